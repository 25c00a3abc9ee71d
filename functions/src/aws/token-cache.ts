import type { Sealer } from '../crypto/sealer';
import type { TokenCache } from '../upstream/ports';
import { Conflict, type Table } from './table';

const KEY = { pk: 'TK#wechat', sk: 'TOKEN' };
const PLACE = { ...KEY, attribute: 'token' };

/** WeChat's access token, shared by all instances of the service. */
export const tokenCacheIn = (table: Table, sealer: Sealer): TokenCache => ({
  async read() {
    const row = await table.get(KEY);
    return row && { token: sealer.open(String(row['token']), PLACE), expiresAt: String(row['expiresAt']) };
  },
  async write({ token, expiresAt }) {
    const row = await table.get(KEY);
    await table.write([{ row: { ...KEY, token: sealer.seal(token, PLACE), expiresAt }, was: row?.version ?? 'absent' }]).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  },
});
