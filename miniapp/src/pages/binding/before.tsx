import { UnbindReason } from '@yibao/shared';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { Items } from '../../components/items';
import { Notice } from '../../components/notice';
import { Card, Words } from '../../components/page';
import { binding as text } from '../../copy/binding';
import { open } from '../../platform/navigate';
import { channelsLeft, type Ending, isLast } from './ending';

interface Props {
  readonly ending: Ending;
  readonly reason: UnbindReason | undefined;
  readonly onReason: (reason: UnbindReason) => void;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onStay: () => void;
}

const Reasons = ({ reason, onReason }: Pick<Props, 'reason' | 'onReason'>) => (
  <Card id="reasons">
    <Words look="strong">{text.reason}</Words>
    {UnbindReason.options.map((one) => (
      <Choice key={one} id={`reason-${one}`} kind="radio" title={text.reasons[one]} chosen={one === reason} onChoose={() => onReason(one)} />
    ))}
  </Card>
);

/** Whoever wants to leave for good closes the account: that ends the bindings, too (docs/adr/0014). */
const Kept = () => (
  <>
    <Notice id="name-kept" tone="info" title={text.kept} body={text.keptBody} />
    <Button id="to-close" look="second" label={text.toClose} onClick={() => open('/pages/account/close')} />
  </>
);

/** What ends and what stays, before anything is done (UNB-1). */
export function Before({ ending, reason, onReason, busy, onConfirm, onStay }: Props) {
  const channels = channelsLeft(ending);
  return (
    <>
      <Words id="ending-title" look="title">
        {ending.target === 'all' ? text.beforeAll : text.beforeOne(ending.target)}
      </Words>
      <Items id="ends" name="close" colour="danger" title={text.atOnce} items={isLast(ending) ? [...text.atOnceItems, text.lastOne] : text.atOnceItems} />
      <Items id="stays" name="check" colour="success" title={text.unaffected} items={channels.length > 0 ? [text.othersStay(channels), ...text.unaffectedItems] : text.unaffectedItems} />
      {isLast(ending) ? <Kept /> : null}
      <Reasons reason={reason} onReason={onReason} />
      <Button id="stay" label={text.stay} onClick={onStay} />
      <Button id="confirm-unbind" look="danger" label={reason ? text.confirm : text.confirmFirst} disabled={!reason} busy={busy ? text.confirmBusy : undefined} onClick={onConfirm} />
    </>
  );
}
