import { byCitizen, type Deed } from '../audit/entry';
import type { Trail } from '../audit/trail';
import type { Put } from '../aws/table';
import type { Citizen } from '../http/call';
import type { ConsentRecord } from './consent';

export interface TellingNeeds {
  readonly trail: Pick<Trail, 'telling'>;
  /** The voucher that an account is bound to. */
  readonly holders: { voucherOf(account: string): Promise<string | undefined> };
}

interface Change {
  readonly type: 'consent.given' | 'consent.withdrawn';
  readonly record: ConsentRecord;
  readonly now: Date;
}

const deedOf = (voucherId: string, caller: Citizen, { type, record, now }: Change): Deed => ({
  event: { type, voucherId, at: now.toISOString(), channel: caller.channel, purpose: record.purpose, textVersion: record.textVersion },
  actor: byCitizen(caller),
  reason: 'holder',
});

/** The entry of a consent in the voucher's trail. Before there is a voucher, the consent's own row is the only record. */
export async function toldOf(caller: Citizen, change: Change, { trail, holders }: TellingNeeds): Promise<readonly Put[]> {
  const voucherId = await holders.voucherOf(caller.account);
  return voucherId === undefined ? [] : trail.telling(deedOf(voucherId, caller, change));
}
