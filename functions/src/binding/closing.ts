import { type Channel, DAY, later, Refusal, type UnbindReason, type Unbinding, untilText } from '@yibao/shared';
import { byCitizen, type Deed } from '../audit/entry';
import type { Row } from '../aws/table';

/** Who ends a binding: its holder, or two persons of the hotline desk for a case. */
export type Closer =
  | { readonly kind: 'holder'; readonly account: string; readonly channel: Channel; readonly device: string }
  | { readonly kind: 'hotline'; readonly caseNo: string; readonly requestedBy: string; readonly approvedBy: string };

export interface Closing {
  readonly voucherId: string;
  readonly chosen: readonly { readonly account: string; readonly channel: Channel }[];
  readonly left: readonly { readonly channel: Channel }[];
  readonly by: Closer;
  readonly reason: UnbindReason;
}

const channelsOf = (seats: readonly { readonly channel: Channel }[]) => seats.map(({ channel }) => channel).join(', ');

const whoDid = (by: Closer): Pick<Deed, 'actor' | 'reason'> =>
  by.kind === 'holder' ? { actor: byCitizen(by), reason: 'holder' } : { actor: { kind: 'operator', id: by.approvedBy }, reason: `case ${by.caseNo}` };

/** What the audit trail tells of it; both operators where it was the hotline. */
export const deedOf = ({ voucherId, chosen, left, by, reason }: Closing, { receipt, closedAt }: Unbinding): Deed => ({
  event: {
    type: 'binding.closed',
    voucherId,
    at: closedAt,
    closed: chosen.map(({ account }) => account),
    by: by.kind,
    reason,
    ...(by.kind === 'holder' ? { channel: by.channel } : {}),
  },
  ...whoDid(by),
  before: { bindings: channelsOf([...chosen, ...left]) },
  after: { bindings: channelsOf(left), receipt, ...(by.kind === 'hotline' ? { requestedBy: by.requestedBy, approvedBy: by.approvedBy } : {}) },
});

/** How often a holder may unbind in 24 hours. */
const MOST = 3;

/** Never waits: somebody else may have the phone, or the code (docs/adr/0022). */
const AT_ONCE: readonly UnbindReason[] = ['lost-phone', 'suspected-misuse'];

/** The voucher's row with one more unbinding by its holder. Throws UNBIND_TOO_MANY where there were three within a day and nothing is in danger. */
export function withCount(row: Row, reason: UnbindReason, now: Date): Row {
  const before = ((row['unbindings'] ?? []) as readonly string[]).filter((at) => later(new Date(at), DAY) > now);
  if (before.length >= MOST && !AT_ONCE.includes(reason)) {
    const until = later(new Date(before.at(-MOST)!), DAY);
    throw new Refusal('UNBIND_TOO_MANY', { until: untilText(until, now) });
  }
  return { ...row, unbindings: [...before, now.toISOString()] };
}
