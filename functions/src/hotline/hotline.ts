import { BindingId, CaseNumber, type CaseState, Channel, DAY, type HotlineCase, IdentityCheck, Instant, later, OperatorId, Refusal, RejectReason, UnbindReason } from '@yibao/shared';
import * as z from 'zod/mini';

/** A request to unbind. It names the bindings that there were when it was made: those made later stay. */
export const Case = z.object({
  caseNumber: CaseNumber,
  voucherId: z.string(),
  seats: z.array(z.object({ id: BindingId, channel: Channel })),
  reason: UnbindReason,
  checks: z.array(IdentityCheck),
  requestedBy: OperatorId,
  requestedAt: Instant,
  expiresAt: Instant,
  state: z.enum(['open', 'approved', 'rejected']),
  decidedBy: z.optional(OperatorId),
  decidedAt: z.optional(Instant),
  rejectedFor: z.optional(RejectReason),
  receipt: z.optional(z.string()),
});
export type Case = z.infer<typeof Case>;

/** How long a request waits for its second operator. */
const OPEN_MS = DAY;

type Request = Pick<Case, 'caseNumber' | 'voucherId' | 'seats' | 'reason' | 'checks' | 'requestedBy'>;

export const requested = (request: Request, now: Date): Case => ({ ...request, requestedAt: now.toISOString(), expiresAt: later(now, OPEN_MS).toISOString(), state: 'open' });

const namesOf = ({ seats }: Pick<Case, 'seats'>) => seats.map(({ id }) => id).sort().join();

/** The same asked again, for example because the answer was lost. */
export const isSameRequest = (known: Case, { voucherId, requestedBy, reason, seats }: Request) =>
  known.voucherId === voucherId && known.requestedBy === requestedBy && known.reason === reason && namesOf(known) === namesOf({ seats });

const isExpired = ({ state, expiresAt }: Case, now: Date) => state === 'open' && expiresAt <= now.toISOString();

/** What was decided already by the same operator in the same way is answered again. */
export const isRepeated = ({ state, decidedBy }: Case, decision: 'approved' | 'rejected', operator: string) => state === decision && decidedBy === operator;

/** Throws CASE_CLOSED or CASE_EXPIRED. */
export function requireOpen(known: Case, now: Date): void {
  if (known.state !== 'open') throw new Refusal('CASE_CLOSED');
  if (isExpired(known, now)) throw new Refusal('CASE_EXPIRED');
}

/** Throws CASE_OWN_APPROVAL: two persons, always. */
export function requireSecond({ requestedBy }: Case, operator: string): void {
  if (requestedBy === operator) throw new Refusal('CASE_OWN_APPROVAL');
}

export const approved = (known: Case, { by, receipt, now }: { by: string; receipt: string; now: Date }): Case => ({ ...known, state: 'approved', decidedBy: by, decidedAt: now.toISOString(), receipt });

export const rejected = (known: Case, { by, reason, now }: { by: string; reason: RejectReason; now: Date }): Case => ({
  ...known,
  state: 'rejected',
  decidedBy: by,
  decidedAt: now.toISOString(),
  rejectedFor: reason,
});

/** What the desk sees of a case. */
export function viewOf({ voucherId: _voucherId, seats, ...known }: Case, now: Date): HotlineCase {
  const state: CaseState = known.state === 'open' && known.expiresAt <= now.toISOString() ? 'expired' : known.state;
  return { ...known, state, channels: seats.map(({ channel }) => channel) };
}
