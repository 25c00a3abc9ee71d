import { chinaDay, type Clock, Refusal } from '@yibao/shared';
import type { StampedDigest } from '../crypto/digest';
import type { Sms } from '../upstream/ports';
import type { SmsCounts } from './counts';
import { perhapsSent, requirePause, sent, type SentCode, wrong } from './sent-code';

/** Messages that one account may ask for in a day, and that one number gets, whoever asks. */
const A_DAY = 10;

export interface CodeNeeds {
  readonly sms: Sms;
  readonly smsCounts: SmsCounts;
  /** Six random digits. */
  readonly newSmsCode: () => string;
  /** Over account and code, which is stored nowhere. */
  readonly smsDigest: StampedDigest;
  readonly now: Clock;
}

export interface Sending {
  readonly account: string;
  readonly phone: string;
  /** The message before, which must be a minute old. */
  readonly before: SentCode | undefined;
  /** Notes the message before it is sent, so that parallel requests send one. */
  readonly keep: (code: SentCode) => Promise<void>;
  /** Notes instead what counts after a message that was not sent: the one before, or `perhaps` that very message. */
  readonly correct: (perhaps: SentCode | undefined) => Promise<void>;
}

async function requireFew({ account, phone }: Sending, { smsCounts, now }: CodeNeeds): Promise<void> {
  const day = chinaDay(now());
  const counts = await Promise.all([smsCounts.ofAccount(account, day), smsCounts.ofNumber(phone, day)]);
  if (Math.max(...counts) > A_DAY) throw new Refusal('SMS_TOO_MANY');
}

/** A provider that says no has sent nothing; one that is silent or cannot be understood may have. */
const isUnknown = (error: unknown) => error instanceof Refusal && error.code === 'UPSTREAM_BUSY';

/** Sends a code to a phone. Throws SMS_TOO_SOON, SMS_TOO_MANY or UPSTREAM_BUSY. */
export async function sendCode(sending: Sending, needs: CodeNeeds): Promise<SentCode> {
  const now = needs.now();
  requirePause(sending.before, now);
  await requireFew(sending, needs);
  const digits = needs.newSmsCode();
  const code = sent(needs.smsDigest.make(`${sending.account}|${digits}`), now);
  await sending.keep(code);
  try {
    await needs.sms.sendCode(sending.phone, digits);
  } catch (error) {
    await sending.correct(isUnknown(error) ? perhapsSent(code) : undefined);
    throw error;
  }
  return code;
}

/** Judges a try that was counted. Throws SMS_WRONG or, after the last one, SMS_EXPIRED. */
export function requireRight(given: SentCode, { account, digits }: { account: string; digits: string }, { smsDigest }: Pick<CodeNeeds, 'smsDigest'>): void {
  if (!smsDigest.matches(`${account}|${digits}`, given.digest)) throw wrong(given);
}
