import { listTickets, type Refusal, type RefusalCode, type TicketKind } from '@yibao/shared';
import { useEffect } from 'react';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button';
import { Notice } from '../../components/notice';
import { activation as copy } from '../../copy/activation';
import { open } from '../../platform/navigate';
import { keepStuck } from '../../state/stuck';
import type { UnderWay } from './step-props';

const { byHand: text } = copy;

const KINDS: Partial<Record<RefusalCode, TicketKind>> = {
  FACE_NO_PHOTO: 'face-photo-missing',
  FACE_TOO_MANY: 'face-too-many',
  FACE_UNSUPPORTED: 'face-unsupported',
  FACE_MISMATCH: 'face-mismatch',
};

/** Leads to the check by hand, with what is known already. */
export function askByHand(activation: UnderWay | undefined, refusal?: Refusal): void {
  keepStuck({ kind: (refusal && KINDS[refusal.code]) ?? 'face-photo-missing', region: activation?.insurances?.[0]?.region.code });
  open('/pages/feedback/feedback');
}

/** Who asked for a check by hand sees how it stands, and can look whether the desk has done it. */
export const ByHand = ({ activation, onResume }: { activation: UnderWay | undefined; onResume: () => void }) => {
  const { answer, ask } = useAnswer(listTickets, {});
  // The step comes after the page was shown.
  useEffect(ask, []);
  const latest = answer.state === 'answered' ? answer.answer.tickets[0] : undefined;
  if (!latest) return null;
  return (
    <Notice id="by-hand" tone="info" title={`${text.states[latest.state]} ${latest.ticket}`} body={latest.answer ?? text.waitingBody}>
      <Button id="look-again" label={text.lookAgain} onClick={onResume} />
      <Button id="open-ticket" look="second" label={text.open} onClick={() => askByHand(activation)} />
    </Notice>
  );
};

/** Said where it is true: an operator checked the person, and the wizard goes on after the face. */
export const DeskChecked = ({ activation }: { activation: UnderWay | undefined }) =>
  activation?.deskCheckedAt === undefined ? null : <Notice id="desk-checked" tone="success" title={text.checked} body={text.checkedBody} />;
