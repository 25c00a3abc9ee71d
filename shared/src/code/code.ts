import { CODE_STEP_SECONDS, CODES_PER_STEP } from '../model/limits';
import { sm3Otp } from './otp';

/** `424 | handle 10 | OTP 9 | province 2 | 0000` — 28 digits, the shape that counters expect. */
const SHAPE = /^424(\d{10})(\d{9})(\d{2})0000$/;

export interface CodeParts {
  readonly handle: string;
  readonly otp: string;
  readonly province: string;
}

/** The parts of a scanned text, or undefined where it is no voucher code (a payment code, another length, letters). */
export function partsOf(text: string): CodeParts | undefined {
  const found = SHAPE.exec(text);
  return found ? { handle: found[1]!, otp: found[2]!, province: found[3]! } : undefined;
}

/** Where in time a code stands: a whole minute of server time since 1970, and which of the four codes of that minute. */
export interface CodeMoment {
  readonly step: number;
  readonly sequence: number;
}

/** Grows with every later code of one seed; the counter that makes a code single-use. */
export const counterOf = ({ step, sequence }: CodeMoment) => step * CODES_PER_STEP + sequence;

/** The minute of a counter. */
export const timeOfCounter = (counter: number) => new Date(Math.floor(counter / CODES_PER_STEP) * CODE_STEP_SECONDS * 1000);

export const stepAt = (unixSeconds: number) => Math.floor(unixSeconds / CODE_STEP_SECONDS);

export interface CodeKey {
  /** 32 bytes. */
  readonly seed: Uint8Array;
  readonly handle: string;
  readonly province: string;
}

const otpOf = ({ seed, handle, province }: CodeKey, { step, sequence }: CodeMoment) =>
  sm3Otp({ seed, time: step, event: sequence, challenge: handle + province, digits: 9 });

/** The 28 digits to show. */
export const codeAt = (key: CodeKey, moment: CodeMoment) => `424${key.handle}${otpOf(key, moment)}${key.province}0000`;

/** Every moment whose code is accepted now: the minute before, this one and the next, four codes each. */
function candidatesAt(unixSeconds: number): CodeMoment[] {
  const now = stepAt(unixSeconds);
  return [now - 1, now, now + 1].flatMap((step) => Array.from({ length: CODES_PER_STEP }, (_, sequence) => ({ step, sequence })));
}

/**
 * The moment that explains `otp`, nine digits; undefined where none does. Compared with every candidate, and as numbers, which takes the
 * same time wherever they differ: time tells nothing.
 */
export function momentOf(key: CodeKey, otp: string, unixSeconds: number): CodeMoment | undefined {
  const wanted = Number(otp);
  let found: CodeMoment | undefined;
  for (const moment of candidatesAt(unixSeconds)) if (Number(otpOf(key, moment)) === wanted) found = moment;
  return found;
}

export const bytesOfHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
