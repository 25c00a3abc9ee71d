import { PIN_TRIES, sm3Words } from '@yibao/shared';

/** One check in so many lets a wrong PIN pass, and so many PINs share a check. */
const CHECKS = 1000;
const ROUNDS = 50;

const asciiBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/**
 * Three digits by which the phone notices a mistyped PIN without network. On purpose they are too few to find the PIN from: whoever reads
 * the phone's storage is left with a thousand PINs and five tries at the service; whoever holds the phone has five tries in a thousand.
 */
export function pinCheckOf(pin: string, device: string): string {
  let words = sm3Words(asciiBytes(`${device}:${pin}`));
  for (let round = 1; round < ROUNDS; round += 1) words = sm3Words(new Uint8Array(words.buffer.slice(0)));
  return String((words[0]! >>> 0) % CHECKS).padStart(3, '0');
}

/** What the phone knows of the PIN: the check of the right one, and how often a wrong one was entered since. */
interface Known {
  readonly check?: string | undefined;
  readonly wrongTries: number;
}

/** The outcome of a PIN entered without network; `unknown` where this phone has never seen the right one. */
export function checkedOffline(pin: string, device: string, { check, wrongTries }: Known): 'right' | 'wrong' | 'locked' | 'unknown' {
  if (check === undefined) return 'unknown';
  if (wrongTries >= PIN_TRIES) return 'locked';
  return pinCheckOf(pin, device) === check ? 'right' : 'wrong';
}
