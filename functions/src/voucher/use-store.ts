import { businessNameOf, type Use } from '@yibao/shared';
import * as z from 'zod/mini';
import { recordMac, useKey } from '../audit/use-record';
import type { Mac } from '../audit/mac';
import { Conflict, type Table } from '../aws/table';
import type { EventOf } from '../events';

const UseRow = z.object({ at: z.string(), institution: z.string(), businessType: z.string() });

export interface Uses {
  /** Newest first, at most 50. */
  of(voucherId: string): Promise<readonly Use[]>;
  /** Every one that is kept, newest first. */
  all(voucherId: string): Promise<readonly Use[]>;
  /** Records an acceptance; a second time for the same request changes nothing. */
  record(event: EventOf<'voucher.redeemed'>): Promise<void>;
}

const NEWEST = 50;

async function newest(table: Table, voucherId: string, limit?: number): Promise<readonly Use[]> {
  const rows = await table.query({ pk: `V#${voucherId}`, prefix: 'USE#', newestFirst: true, ...(limit === undefined ? {} : { limit }) });
  return rows.map((row) => UseRow.parse(row)).map((use) => ({ ...use, businessName: businessNameOf(use.businessType) }));
}

/** Uses of vouchers, each under a MAC of its own (docs/adr/0009). */
export const usesIn = (table: Table, mac: Mac): Uses => ({
  of: (voucherId) => newest(table, voucherId, NEWEST),
  all: (voucherId) => newest(table, voucherId),
  async record({ voucherId, at, institution, businessType, requestId, orgId, code, nth }) {
    const use = { ...useKey(voucherId, { at, orgId, requestId }), at, institution, businessType, code, nth, key: mac.key };
    const row = { ...use, mac: recordMac(use, mac) };
    await table.write([{ row, was: 'absent' }]).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  },
});
