import { DAY, SECOND } from '@yibao/shared';
import type { Table } from '../aws/table';

/** Counts messages of a day (of China) and gives the new count. */
export interface SmsCounts {
  ofAccount(account: string, day: string): Promise<number>;
  ofNumber(phone: string, day: string): Promise<number>;
}

export function smsCountsIn(table: Pick<Table, 'count'>, phoneDigest: (phone: string) => string): SmsCounts {
  const ttlOf = (day: string) => Math.ceil((Date.parse(`${day}T00:00:00Z`) + 2 * DAY) / SECOND);
  return {
    ofAccount: (account, day) => table.count({ pk: `A#${account}`, sk: `TRIES#sms#${day}` }, ttlOf(day)),
    ofNumber: (phone, day) => table.count({ pk: `RL#number#${phoneDigest(phone)}`, sk: `SMS#${day}` }, ttlOf(day)),
  };
}
