import { Instant, later, MINUTE, Refusal, SECOND } from '@yibao/shared';
import * as z from 'zod/mini';

/** A code that was sent to a phone: what is known of it is a digest. */
export const SentCode = z.object({ digest: z.string(), sentAt: Instant, expiresAt: Instant, tries: z.int() });
export type SentCode = z.infer<typeof SentCode>;

const RESEND_AFTER_MS = MINUTE;
const LIVES_MS = 5 * MINUTE;
const TRIES = 5;

export const sent = (digest: string, now: Date): SentCode => ({ digest, sentAt: now.toISOString(), expiresAt: later(now, LIVES_MS).toISOString(), tries: 0 });

/** The answer to the message was lost: it may have come all the same, so its code counts; and another may be asked for at once. */
export const perhapsSent = (code: SentCode): SentCode => ({ ...code, sentAt: new Date(0).toISOString() });

export const resendAt = ({ sentAt }: SentCode): Instant => later(new Date(sentAt), RESEND_AFTER_MS).toISOString();

/** Throws SMS_TOO_SOON within a minute of the last message. */
export function requirePause(before: SentCode | undefined, now: Date): void {
  const wait = before ? Date.parse(resendAt(before)) - now.getTime() : 0;
  if (wait > 0) throw new Refusal('SMS_TOO_SOON', { seconds: Math.ceil(wait / SECOND) });
}

export const isLive = (code: SentCode | undefined, now: Date) => code !== undefined && code.expiresAt > now.toISOString() && code.tries < TRIES;

/** Counts a try before it is judged. Throws SMS_EXPIRED where there is no live code or its tries are used up. */
export function tried(code: SentCode | undefined, now: Date): SentCode {
  if (!code || !isLive(code, now)) throw new Refusal('SMS_EXPIRED');
  return { ...code, tries: code.tries + 1 };
}

export const wrong = ({ tries }: SentCode) => (tries < TRIES ? new Refusal('SMS_WRONG', { left: TRIES - tries }) : new Refusal('SMS_EXPIRED'));
