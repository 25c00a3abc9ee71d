import type { Channel } from '@yibao/shared';
import type { Table } from '../aws/table';
import type { Codes } from './code-store';

export interface Settled {
  readonly orgId: string;
  /** The terminal's request under which it decoded, where the bureau names it. */
  readonly requestId: string;
}

const NEWEST = 50;

/** `USE#<time>#<institution>#<request>` */
const placeIn = (sk: string) => {
  const [, , orgId = '', ...request] = sk.split('#');
  return { orgId, requestId: request.join('#') };
};

/** In which channel the code was shown that an institution settled with: by its request, else by the last use there. */
export const showings = ({ table, codes }: { table: Table; codes: Pick<Codes, 'find'> }) => ({
  async of(voucherId: string, { orgId, requestId }: Settled): Promise<{ account: string; channel: Channel } | undefined> {
    const uses = await table.query({ pk: `V#${voucherId}`, prefix: 'USE#', newestFirst: true, limit: NEWEST });
    const there = uses.filter(({ sk }) => placeIn(sk).orgId === orgId);
    const use = there.find(({ sk }) => placeIn(sk).requestId === requestId) ?? there[0];
    const [province = '', handle = ''] = typeof use?.['code'] === 'string' ? use['code'].split('#') : [];
    const row = handle === '' ? undefined : await codes.find({ province, handle });
    return row && { account: row.account, channel: row.channel };
  },
});
