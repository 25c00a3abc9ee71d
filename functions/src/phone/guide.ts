import { Instant } from '@yibao/shared';
import * as z from 'zod/mini';

/** The three steps by which a number changes in Alipay (PHO-2): what the account had when they began, and what it was last seen to have. */
export const Guide = z.object({ account: z.string(), begunAt: Instant, from: z.optional(z.string()), seen: z.optional(z.string()) });
export type Guide = z.infer<typeof Guide>;

/** What is bound now: since when, and with which number. */
export interface Bound {
  readonly boundAt: string;
  readonly phone: string | undefined;
}

export interface Steps {
  /** ① the account has another number */
  readonly account: boolean;
  /** ② the voucher was unbound */
  readonly unbound: boolean;
  /** ③ it was activated again, with the new number */
  readonly activated: boolean;
}

/** Which steps are done. Whoever activated again with the number as before begins anew. */
export function stepsOf({ begunAt, from, seen }: Guide, bound: Bound | undefined): Steps {
  const again = bound !== undefined && bound.boundAt > begunAt;
  if (again && bound.phone === from) return { account: false, unbound: false, activated: false };
  return { account: again || (seen !== undefined && seen !== from), unbound: again || bound === undefined, activated: again };
}

const begunWith = (account: string, seen: string, { bound, now }: { bound: Bound; now: Date }): Guide => ({
  account,
  begunAt: now.toISOString(),
  ...(bound.phone === undefined ? {} : { from: bound.phone }),
  seen,
});

const goesOn = ({ begunAt }: Guide, bound: Bound | undefined) => bound === undefined || bound.boundAt <= begunAt;

const isFinished = ({ from }: Guide, phone: string, bound: Bound | undefined) => bound?.phone === phone && phone !== from;

interface Seen {
  readonly account: string;
  readonly phone: string;
  readonly bound: Bound | undefined;
  readonly now: Date;
}

/** The account's number was seen. A guide that has come to its end, or led nowhere, begins again. Undefined where nothing is bound and nothing was begun. */
export function seenNow(guide: Guide | undefined, { account, phone, bound, now }: Seen): Guide | undefined {
  if (guide && goesOn(guide, bound)) return { ...guide, seen: phone };
  if (guide && isFinished(guide, phone, bound)) return guide;
  return bound && begunWith(account, phone, { bound, now });
}
