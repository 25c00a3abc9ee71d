import type { Deed } from '../audit/entry';

interface Acted {
  readonly voucherId: string;
  readonly act: 'looked-up' | 'requested' | 'rejected';
  readonly operator: string;
  readonly caseNumber: string;
  readonly now: Date;
  readonly after?: Readonly<Record<string, string>>;
}

/** What an operator did about a voucher, as its audit trail tells it. An approval is told by the unbinding itself. */
export const deedOf = ({ voucherId, act, operator, caseNumber, now, after }: Acted): Deed => ({
  event: { type: 'hotline.acted', voucherId, at: now.toISOString(), act },
  actor: { kind: 'operator', id: operator },
  reason: `case ${caseNumber}`,
  ...(after ? { after: { ...after } } : {}),
});
