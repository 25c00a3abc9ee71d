import { SECOND } from '@yibao/shared';
import { Conflict, type Key, type Table } from '../aws/table';
import type { Asserted } from './assertion';
import type { Grant } from './signer';

const ttlOf = (at: Date) => Math.ceil(at.getTime() / SECOND);

export interface GrantPlaces {
  /** Where the use of the assertion is marked. */
  readonly used: Key;
  /** Where the token is kept. */
  readonly grant: Key;
}

/** Keeps a token and marks the assertion as used, both or neither; false where it was used before. */
export async function keepGrant(table: Table, { used, grant }: GrantPlaces, content: Grant & { readonly asserted: Asserted } & Readonly<Record<string, unknown>>): Promise<boolean> {
  const { asserted, ...granted } = content;
  const rows = [
    { ...used, ttl: ttlOf(asserted.deadUntil) },
    { ...grant, ...granted, ttl: ttlOf(new Date(granted.expiresAt)) },
  ];
  try {
    await table.write(rows.map((row) => ({ row, was: 'absent' })));
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
