import { chinaDay, DAY, later, type Clock, SECOND } from '@yibao/shared';
import type { Table } from '../aws/table';
import type { RefusedCount } from './refused-count';

export interface RefusedAssertions {
  /** Counts one more under the name of who is registered and is said to have signed, or under nobody's. */
  note(reason: string, signer: string | undefined): Promise<void>;
  /** What was refused in the name of this signer or, without one, of nobody who is registered; the oldest day first. */
  of(signer?: string): Promise<readonly RefusedCount[]>;
}

/** As long as logs are kept at least. */
const KEPT_MS = 180 * DAY;
const PREFIX = 'REFUSED#';

/**
 * One row for each signer, day and reason, so that whoever sends refused assertions by the thousand fills no table. A known and an unknown name take
 * the same work.
 */
export function refusedIn(table: Pick<Table, 'count' | 'query'>, kind: 'institution' | 'operator', now: Clock): RefusedAssertions {
  const place = (signer = '?') => ({ pk: `RL#assertion#${kind}#${signer}` });
  return {
    async note(reason, signer) {
      const at = now();
      await table.count({ ...place(signer), sk: `${PREFIX}${chinaDay(at)}#${reason}` }, Math.ceil(later(at, KEPT_MS).getTime() / SECOND));
    },
    async of(signer) {
      const rows = await table.query({ ...place(signer), prefix: PREFIX });
      return rows.map(({ sk, count }) => {
        const [day = '', reason = ''] = sk.slice(PREFIX.length).split('#');
        return { day, reason, count: Number(count) };
      });
    },
  };
}
