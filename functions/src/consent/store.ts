import { DAY, SECOND } from '@yibao/shared';
import type { Put, Table } from '../aws/table';
import { ConsentRecord } from './consent';

export type StoredConsent = ConsentRecord & { readonly version: number };

export interface Consents {
  /** All consents of an account, withdrawn ones included. */
  of(account: string): Promise<readonly StoredConsent[]>;
  /** The row of a consent, to be written with the step that it belongs to. */
  putOf(record: ConsentRecord, was: number | 'absent'): Put;
  write(puts: readonly Put[]): Promise<void>;
}

/** How long a withdrawn consent is kept as proof: the general limitation of actions, three years. */
const PROOF_MS = 3 * 366 * DAY;

const ttlOf = ({ withdrawnAt }: ConsentRecord) => (withdrawnAt === undefined ? {} : { ttl: Math.ceil((Date.parse(withdrawnAt) + PROOF_MS) / SECOND) });

const keyOf = ({ account, purpose, no }: ConsentRecord) => ({ pk: `A#${account}`, sk: `CONSENT#${purpose}#${String(no).padStart(6, '0')}` });

export const consentsIn = (table: Table): Consents => ({
  async of(account) {
    const rows = await table.query({ pk: `A#${account}`, prefix: 'CONSENT#' });
    return rows.map((row) => ({ ...ConsentRecord.parse(row), version: row.version }));
  },
  putOf: (record, was) => ({ row: { ...keyOf(record), ...record, ...ttlOf(record) }, was }),
  write: (puts) => table.write(puts),
});
