import { Channel } from '@yibao/shared';
import * as z from 'zod/mini';
import type { Table } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { isEnded } from './ending-rows';
import { bindingKey, BOUND, openIdIn } from './voucher-rows';

const Line = z.object({ account: z.string(), channel: Channel, boundAt: z.string(), endedAt: z.optional(z.string()) });

/** Where the holder of a voucher can be told something. */
export const addresseesIn = (table: Table, sealer: Sealer) => ({
  /** Every channel, also those that ended. */
  async of(voucherId: string) {
    const rows = await table.query({ pk: `V#${voucherId}`, prefix: BOUND });
    return rows.map((row) => Line.parse({ ...row, account: row.sk.slice(BOUND.length) }));
  },
  /** The platform's name of an account, as long as it is kept and bound to this voucher, or was. */
  async openIdOf(voucherId: string, account: string) {
    const row = await table.get(bindingKey(account));
    return row && (isEnded(row) || row['voucherId'] === voucherId) ? openIdIn(row, account, sealer) : undefined;
  },
});
