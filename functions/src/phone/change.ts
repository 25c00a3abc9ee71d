import { Instant, later, MINUTE, Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { isLive, resendAt, SentCode } from '../sms/sent-code';

/** A change under way in WeChat: a new number, the code that was sent to it, and whether it came back. */
export const Change = z.object({
  account: z.string(),
  phone: z.optional(z.string()),
  code: SentCode,
  provenAt: z.optional(Instant),
  /** The number is in use; kept so that a repeated request gets the same answer. */
  doneAt: z.optional(Instant),
});
export type Change = z.infer<typeof Change>;

/** A proven number must be confirmed by PIN or face within this. */
const PROOF_MS = 15 * MINUTE;

export const begun = (account: string, phone: string, code: SentCode): Change => ({ account, phone, code });

export const proven = (change: Change, now: Date): Change => ({ ...change, provenAt: now.toISOString() });

export const isProven = ({ provenAt, doneAt }: Change, now: Date) => provenAt !== undefined && doneAt === undefined && later(new Date(provenAt), PROOF_MS) > now;

/** The end of a change: the number is kept elsewhere now. */
export const done = ({ account, code }: Change, now: Date): Change => ({ account, code, doneAt: now.toISOString() });

/** Made after the binding began and not long ago: the request that is repeated. */
export const isDone = (change: Change | undefined, boundAt: string) => change?.doneAt !== undefined && change.doneAt >= boundAt;

/** The number to change to. Throws SMS_EXPIRED where none was proven for this binding in time. */
export function requireProven(change: Change | undefined, boundAt: string, now: Date): { readonly change: Change; readonly phone: string } {
  if (change?.phone === undefined || change.provenAt === undefined || change.provenAt < boundAt || !isProven(change, now)) throw new Refusal('SMS_EXPIRED');
  return { change, phone: change.phone };
}

/** What a person may still go on with: a code to type, or a number to confirm. */
export function openPart(change: Change | undefined, now: Date) {
  if (change?.phone === undefined || change.doneAt !== undefined) return undefined;
  const isOpen = change.provenAt === undefined ? isLive(change.code, now) : isProven(change, now);
  return isOpen ? { phone: change.phone, proven: change.provenAt !== undefined, resendAt: resendAt(change.code) } : undefined;
}
