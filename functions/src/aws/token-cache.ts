import type { Sealer } from '../crypto/sealer';
import type { TokenCache } from '../upstream/ports';
import { Conflict, type Table } from './table';

/** The mini-program's token, that of the official account which owns the card, and the ticket that signs cards. */
type Kept = 'wechat' | 'wechat-card' | 'wechat-card-ticket';

/** A token of WeChat's, shared by all instances of the service. */
export function tokenCacheIn(table: Table, sealer: Sealer, kept: Kept = 'wechat'): TokenCache {
  const key = { pk: `TK#${kept}`, sk: 'TOKEN' };
  const place = { ...key, attribute: 'token' };
  return {
    async read() {
      const row = await table.get(key);
      return row && { token: sealer.open(String(row['token']), place), expiresAt: String(row['expiresAt']) };
    },
    async write({ token, expiresAt }) {
      const row = await table.get(key);
      await table.write([{ row: { ...key, token: sealer.seal(token, place), expiresAt }, was: row?.version ?? 'absent' }]).catch((error: unknown) => {
        if (!(error instanceof Conflict)) throw error;
      });
    },
  };
}
