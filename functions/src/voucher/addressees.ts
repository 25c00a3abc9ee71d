import { Channel } from '@yibao/shared';
import * as z from 'zod/mini';
import type { Row, Table } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { isEnded } from './ending-rows';
import { bindingKey, BOUND, openIdIn } from './voucher-rows';

const Line = z.object({ account: z.string(), channel: Channel, boundAt: z.string(), endedAt: z.optional(z.string()) });

/** Where the holder of a voucher can be told something: every channel, also those that ended; the account's own name as long as it is kept. */
export const addresseesIn = (table: Table, sealer: Sealer) => ({
  async of(voucherId: string) {
    const openIdOf = (row: Row | undefined, account: string) => (row && (isEnded(row) || row['voucherId'] === voucherId) ? openIdIn(row, account, sealer) : undefined);
    const rows = await table.query({ pk: `V#${voucherId}`, prefix: BOUND });
    const lines = rows.map((row) => Line.parse({ ...row, account: row.sk.slice(BOUND.length) }));
    return Promise.all(lines.map(async (line) => ({ ...line, openId: openIdOf(await table.get(bindingKey(line.account)), line.account) })));
  },
});
