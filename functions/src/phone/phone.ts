import { Channel, Instant } from '@yibao/shared';
import * as z from 'zod/mini';

/** The phone number of one binding, verified by a message to it. */
export const HeldPhone = z.object({ voucherId: z.string(), account: z.string(), channel: Channel, phone: z.string(), since: Instant });
export type HeldPhone = z.infer<typeof HeldPhone>;

/** A number that a binding had, kept for a day so that it can be told. */
export const FormerPhone = z.object({ voucherId: z.string(), account: z.string(), channel: Channel, phone: z.string(), endedAt: Instant });
export type FormerPhone = z.infer<typeof FormerPhone>;

/** The bindings that use one number; all of one voucher, because a number belongs to one person. */
export interface Users {
  readonly voucherId: string;
  readonly accounts: readonly string[];
}

export const joined = (users: Users | undefined, { voucherId, account }: Pick<HeldPhone, 'voucherId' | 'account'>): Users => ({
  voucherId,
  accounts: [...new Set([...(users?.accounts ?? []), account])],
});

/** Undefined where nobody is left. */
export function left(users: Users, leaving: readonly string[]): Users | undefined {
  const accounts = users.accounts.filter((account) => !leaving.includes(account));
  return accounts.length > 0 ? { ...users, accounts } : undefined;
}

/** Whether another person has this number. */
export const isTaken = (users: Users | undefined, voucherId: string | undefined) => users !== undefined && users.voucherId !== voucherId;

export const formerOf = ({ voucherId, account, channel, phone }: HeldPhone, now: Date): FormerPhone => ({ voucherId, account, channel, phone, endedAt: now.toISOString() });
