import { DAY, later, SECOND } from '@yibao/shared';
import type { Put, Table } from '../aws/table';
import type { EventOf } from '../events';
import { WalletRecord } from './wallet';

export type StoredWallet = WalletRecord & { readonly version: number };

export interface Wallets {
  of(account: string): Promise<StoredWallet | undefined>;
  /** The row as it shall be, with what tells of it, to be written at the version that was read. */
  putOf(record: WalletRecord, was: number | 'absent', event?: EventOf<'wallet.asked'>): Put;
  write(puts: readonly Put[]): Promise<void>;
}

/** How long an ended row is kept where a card could not be closed yet. */
const KEPT_MS = 30 * DAY;

const keyOf = (account: string) => ({ pk: `A#${account}`, sk: 'WALLET' });

const ttlOf = ({ state, left, askedAt }: WalletRecord, now: Date) => {
  if (state !== 'ended') return {};
  const last = Math.max(now.getTime(), Date.parse(askedAt));
  return { ttl: Math.ceil(later(new Date(last), left.length === 0 ? DAY : KEPT_MS).getTime() / SECOND) };
};

/** Which cards the service has had made, one row for each account. */
export const walletsIn = (table: Table, now: () => Date): Wallets => ({
  async of(account) {
    const row = await table.get(keyOf(account));
    return row && { ...WalletRecord.parse(row), version: row.version };
  },
  putOf: (record, was, event) => ({ row: { ...keyOf(record.account), ...record, ...ttlOf(record, now()), ...(event ? { event } : {}) }, was }),
  write: (puts) => table.write(puts),
});
