import type { Row } from '../aws/table';
import type { Desk } from './desk';
import { rowsOf } from './trail-flaws';

/** Counted calls, and what tells of what was asked: journals of operators, entries of trails. */
const isWitness = ({ pk, sk }: Row) => /^(RL|OJ)#/.test(pk) || (pk.startsWith('V#') && sk.startsWith('EV#'));

/** An entry of the trail moves its head in the voucher's row. */
const withoutHead = ({ version, head, ...row }: Row) => row;

/** Everything in the table but what tells of attempts: the same before and after one that is refused. */
export const stateOf = (desk: Desk): readonly unknown[] =>
  rowsOf(desk)
    .filter((row) => !isWitness(row))
    .map((row) => (row.sk === 'VOUCHER' ? withoutHead(row) : row));
