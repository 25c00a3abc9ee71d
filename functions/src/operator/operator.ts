import { OperatorId, OperatorRole } from '@yibao/shared';
import * as z from 'zod/mini';
import { type PublicKey, PublicKeys } from '../assertion/signer';

/** A person at the bureau's desk: known by a number, not by name; the bureau knows who it is. */
export const Operator = z.object({
  id: OperatorId,
  /** Where the person works, e.g. 热线一组. */
  label: z.string().check(z.minLength(1), z.maxLength(40)),
  roles: z.array(OperatorRole).check(z.minLength(1)),
  keys: PublicKeys,
  active: z.boolean(),
});
export type Operator = z.infer<typeof Operator>;

/** What an operator got for an assertion. */
export const Grant = z.object({ operator: z.string(), kid: z.string(), expiresAt: z.string() });

const isSame = (one: PublicKey, other: PublicKey) => one.x === other.x && one.y === other.y;

/** Whoever else holds one of these keys: two numbers for one person would undo the rule of two persons. */
export const holderOf = (keys: readonly PublicKey[], { id, all }: { id: string; all: readonly Operator[] }): Operator | undefined =>
  all.find((other) => other.id !== id && other.keys.some((theirs) => keys.some((key) => isSame(key, theirs))));

/** The key belongs to another operator. */
export class KeyTaken extends Error {
  override readonly name = 'KeyTaken';

  constructor(readonly holder: string) {
    super('the key of another operator');
  }
}
