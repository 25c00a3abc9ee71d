import type { Unbinding } from '@yibao/shared';
import { Button } from '../../components/button';
import { Cell } from '../../components/cell';
import { Notice } from '../../components/notice';
import { Card } from '../../components/page';
import { binding as text } from '../../copy/binding';
import { momentText } from '../../copy/moment';
import { goOnTo, startOverAt } from '../../platform/navigate';

interface Props {
  readonly unbinding: Unbinding;
  /** This phone’s own binding was among them. */
  readonly here: boolean;
  readonly onList: () => void;
}

/** What was ended, under which number, and what can be done now. */
export const Done = ({ unbinding: { receipt, closedAt, closed, left }, here, onList }: Props) => (
  <>
    <Notice id="unbinding-done" tone="success" title={text.done} body={text.doneBody(closed)} />
    <Card tight>
      <Cell id="receipt" title={text.receipt} value={receipt} />
      <Cell title={text.at} value={momentText(closedAt)} />
      <Cell title={text.left} value={text.leftCount(left)} />
    </Card>
    {left === 0 ? <Notice id="name-still-kept" tone="info" title={text.stillKept} body={text.stillKeptBody} /> : null}
    {here ? <Button id="activate-again" label={text.again} onClick={() => goOnTo('/pages/activation/activation')} /> : <Button id="to-list" label={text.toList} onClick={onList} />}
    <Button id="home" look="second" label={text.home} onClick={() => startOverAt('/pages/home/home')} />
  </>
);
