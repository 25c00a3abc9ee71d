import { Instant } from '@yibao/shared';
import * as z from 'zod/mini';
import { Conflict, type Table } from '../aws/table';

/** A data key as it is stored: wrapped. Nothing about it is secret. */
export const KeyRow = z.object({
  id: z.string().check(z.regex(/^k[1-9]\d{0,5}$/)),
  /** The table for which the first key was made. */
  table: z.string(),
  wrapped: z.string(),
  provider: z.enum(['kms', 'file']),
  madeAt: Instant,
  /** From then on new values are made with it. */
  activeFrom: Instant,
});
export type KeyRow = z.infer<typeof KeyRow>;

export interface KeyRows {
  /** Oldest first. */
  all(): Promise<readonly KeyRow[]>;
  /** False where a key of this id is there already. */
  add(row: KeyRow): Promise<boolean>;
}

export const KEYS_PK = 'KEY#DATA';

export const numberOf = ({ id }: Pick<KeyRow, 'id'>) => Number(id.slice(1));

const keyOf = (row: KeyRow) => ({ pk: 'KEY#DATA', sk: `KEY#${String(numberOf(row)).padStart(6, '0')}` });

export const keyRowsIn = (table: Table): KeyRows => ({
  async all() {
    return (await table.query({ pk: KEYS_PK, prefix: 'KEY#' })).map((row) => KeyRow.parse(row));
  },
  async add(row) {
    try {
      await table.write([{ row: { ...keyOf(row), ...row }, was: 'absent' }]);
      return true;
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  },
});
