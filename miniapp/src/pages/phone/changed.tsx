import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { Words } from '../../components/page';
import { phone as text } from '../../copy/phone';
import { back } from '../../platform/navigate';

interface Props {
  readonly phone: string;
  /** There was no number before. */
  readonly isFirst?: boolean;
  readonly body?: string;
  readonly onMore: () => void;
}

/** The end of a change; the number before is told (PHO-3). */
export const Changed = ({ phone, isFirst = false, body, onMore }: Props) => (
  <>
    <Notice id="phone-changed" tone="success" title={isFirst ? text.set(phone) : text.changed(phone)} body={isFirst ? text.whatFor : (body ?? text.oldTold)} />
    <Button id="phone-done" label={text.ok} onClick={back} />
    <Button id="phone-more" look="plain" label={text.more} onClick={onMore} />
    <Words look="secondary" center>
      {text.notMine}
    </Words>
  </>
);
