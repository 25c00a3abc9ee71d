import { businessNameOf, type Use } from '@yibao/shared';
import * as z from 'zod/mini';
import { Conflict, type Table } from '../aws/table';
import type { EventOf } from '../events';

const UseRow = z.object({ at: z.string(), institution: z.string(), businessType: z.string() });

export interface Uses {
  /** Newest first, at most 50. */
  of(voucherId: string): Promise<readonly Use[]>;
  /** Records an acceptance; a second time for the same request changes nothing. */
  record(event: EventOf<'voucher.redeemed'>): Promise<void>;
}

const NEWEST = 50;

export const usesIn = (table: Table): Uses => ({
  async of(voucherId) {
    const rows = await table.query({ pk: `V#${voucherId}`, prefix: 'USE#', newestFirst: true, limit: NEWEST });
    return rows.map((row) => UseRow.parse(row)).map((use) => ({ ...use, businessName: businessNameOf(use.businessType) }));
  },
  async record({ voucherId, at, institution, businessType, requestId, orgId }) {
    const row = { pk: `V#${voucherId}`, sk: `USE#${at}#${orgId}#${requestId}`, at, institution, businessType };
    await table.write([{ row, was: 'absent' }]).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  },
});
