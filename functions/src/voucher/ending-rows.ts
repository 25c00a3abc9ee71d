import { Channel, DAY, Instant, SECOND } from '@yibao/shared';
import * as z from 'zod/mini';
import type { Put, Row } from '../aws/table';
import { sm3 } from '../crypto/digest';

/** A line in a voucher's list of channels. */
export const Listed = z.object({ account: z.string(), channel: Channel, boundAt: Instant });
export type Listed = z.infer<typeof Listed> & { readonly row: Row };

const ONE_DAY = DAY / SECOND;

/** When a row that says nothing any more disappears. */
const soon = (now: Date) => Math.ceil(now.getTime() / SECOND) + ONE_DAY;

/** A row of which only its place and its end are left, until it disappears. */
export const emptied = ({ pk, sk, version }: Pick<Row, 'pk' | 'sk' | 'version'>, now: Date): Put => ({ row: { pk, sk, endedAt: now.toISOString(), ttl: soon(now) }, was: version });

export const isEnded = (row: Readonly<Record<string, unknown>>) => row['endedAt'] !== undefined;

/** The line stays in the list, with its end. */
export const endedLine = ({ row }: Listed, now: Date): Put => ({ row: { ...row, endedAt: now.toISOString() }, was: row.version });

const nameAt = ({ pk, sk }: Row, version: number) => sm3(`${pk}|${sk}|${version}`).slice(0, 32);

/** The name of a binding to its holder: of this account from this arrival to its end. */
export const bindingIdOf = ({ row }: Listed) => nameAt(row, row.version);

/** The name that an ended line had before: its end is the write after its arrival. */
export const formerIdOf = (row: Row) => nameAt(row, row.version - 1);

export const lineOf = (row: Row): Listed => ({ ...Listed.parse({ ...row, account: row.sk.slice('BINDING#'.length) }), row });
