import { type approveCase as approving, type Clock, type Output, Refusal, type rejectCase as rejecting, type UnbindReason } from '@yibao/shared';
import type { Trail } from '../audit/trail';
import { Conflict, type Put, untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { caseOf } from './case-of';
import { deedOf } from './deed';
import { approved, type Case, isRepeated, rejected, requireOpen, requireSecond, viewOf } from './hotline';
import type { Cases } from './store';

interface Ending {
  readonly voucherId: string;
  readonly choose: <S extends { readonly id: string }>(seats: readonly S[]) => readonly S[];
  readonly by: { readonly kind: 'hotline'; readonly caseNo: string; readonly requestedBy: string; readonly approvedBy: string };
  readonly reason: UnbindReason;
}

export interface Needs {
  readonly cases: Pick<Cases, 'find' | 'decide'>;
  readonly trail: Pick<Trail, 'telling'>;
  /** Who may work at the desk now. */
  readonly operators: { find(id: string): Promise<{ readonly active: boolean } | undefined> };
  /** How bindings end; throws BINDING_NOT_FOUND where nothing is chosen. */
  readonly endings: { ending(asked: Ending): Promise<{ readonly unbinding: { readonly receipt: string }; readonly puts: readonly Put[] }> };
  readonly now: Clock;
}

/** Nothing is bound any more: the holder was faster, or a colleague, who has then decided the case meanwhile. */
async function faster({ caseNumber }: Case, was: number, needs: Needs): Promise<Error> {
  const { was: now } = await caseOf(caseNumber, needs);
  return now === was ? new Refusal('NOTHING_TO_UNBIND') : new Conflict(undefined);
}

/** Only what was bound when the case was opened ends. Throws NOTHING_TO_UNBIND where the holder was faster. */
async function endingOf({ known, was }: { readonly known: Case; readonly was: number }, approvedBy: string, needs: Needs) {
  const { caseNumber: caseNo, voucherId, seats, requestedBy, reason } = known;
  const named = new Set(seats.map(({ id }) => id));
  const asked: Ending = { voucherId, choose: (bound) => bound.filter(({ id }) => named.has(id)), by: { kind: 'hotline', caseNo, requestedBy, approvedBy }, reason };
  return needs.endings.ending(asked).catch(async (error: unknown) => {
    throw error instanceof Refusal && error.code === 'BINDING_NOT_FOUND' ? await faster(known, was, needs) : error;
  });
}

/** A request stands for as long as its operator does: of two persons one may not be gone. Throws CASE_ASKER_LEFT. */
async function requireAsker({ requestedBy }: Case, { operators }: Needs): Promise<void> {
  if (!(await operators.find(requestedBy))?.active) throw new Refusal('CASE_ASKER_LEFT');
}

/** The bindings and the case end in one transaction, so that of two operators at once one decides, and the other is told that it is decided. */
export const approveCase = ({ caller, input }: Call<typeof approving>, needs: Needs): Promise<Output<typeof approving>> =>
  untilUndisturbed(async () => {
    const { known, was } = await caseOf(input.caseNumber, needs);
    const now = needs.now();
    if (isRepeated(known, 'approved', caller.id)) return viewOf(known, now);
    requireSecond(known, caller.id);
    requireOpen(known, now);
    await requireAsker(known, needs);
    const { unbinding, puts } = await endingOf({ known, was }, caller.id, needs);
    const next = approved(known, { by: caller.id, receipt: unbinding.receipt, now });
    await needs.cases.decide(next, was, puts);
    return viewOf(next, now);
  });

/** Throws ROLE_MISSING for who may only request and does not withdraw an own request. */
function requireMayReject({ requestedBy }: Case, { id, roles }: Call<typeof rejecting>['caller']): void {
  if (requestedBy !== id && !roles.includes('approve')) throw new Refusal('ROLE_MISSING');
}

export const rejectCase = ({ caller, input }: Call<typeof rejecting>, needs: Needs): Promise<Output<typeof rejecting>> =>
  untilUndisturbed(async () => {
    const { known, was } = await caseOf(input.caseNumber, needs);
    const now = needs.now();
    requireMayReject(known, caller);
    if (isRepeated(known, 'rejected', caller.id)) return viewOf(known, now);
    requireOpen(known, now);
    const { voucherId, caseNumber } = known;
    const told = await needs.trail.telling(deedOf({ voucherId, act: 'rejected', operator: caller.id, caseNumber, now, after: { for: input.reason } }));
    const next = rejected(known, { by: caller.id, reason: input.reason, now });
    await needs.cases.decide(next, was, told);
    return viewOf(next, now);
  });
