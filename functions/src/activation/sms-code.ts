import { type Instant, later, MINUTE, Refusal, SECOND } from '@yibao/shared';
import type { Progress } from './activation';

type Sms = NonNullable<Progress['sms']>;

const RESEND_AFTER_MS = MINUTE;
const LIVES_MS = 5 * MINUTE;
const TRIES = 5;

export const SMS_A_DAY = 10;

export const sent = (digest: string, now: Date): Sms => ({ digest, sentAt: now.toISOString(), expiresAt: later(now, LIVES_MS).toISOString(), tries: 0 });

export const resendAt = ({ sentAt }: Sms): Instant => later(new Date(sentAt), RESEND_AFTER_MS).toISOString();

/** Throws SMS_TOO_SOON within a minute of the last message. */
export function requirePause(sms: Sms | undefined, now: Date): void {
  const wait = sms ? Date.parse(resendAt(sms)) - now.getTime() : 0;
  if (wait > 0) throw new Refusal('SMS_TOO_SOON', { seconds: Math.ceil(wait / SECOND) });
}

/** Counts a try before it is judged. Throws SMS_EXPIRED where there is no live code or its tries are used up. */
export function tried(sms: Sms | undefined, now: Date): Sms {
  if (!sms || sms.expiresAt <= now.toISOString() || sms.tries >= TRIES) throw new Refusal('SMS_EXPIRED');
  return { ...sms, tries: sms.tries + 1 };
}

export const wrong = ({ tries }: Sms) => (tries < TRIES ? new Refusal('SMS_WRONG', { left: TRIES - tries }) : new Refusal('SMS_EXPIRED'));
