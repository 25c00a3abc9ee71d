import { listBindings } from '@yibao/shared';
import { useAnswer } from '../../api/use-answer';
import { Notice } from '../../components/notice';
import { unbound as text } from '../../copy/unbound';

/** Whoever finds no voucher here that was here is told since when and why. */
export function Unbound() {
  const { answer } = useAnswer(listBindings, {});
  const ended = answer.state === 'answered' ? answer.answer.ended : undefined;
  return ended ? <Notice id="unbound" tone="warn" title={text.title} body={text.body(ended)} /> : null;
}
