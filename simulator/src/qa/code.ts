import { bytesOfHex, codeAt, CODES_PER_STEP, stepAt } from '@yibao/shared';
import { Misused, optionsIn, type Outcome } from './words';

export const CODE_USAGE = 'code --seed HEX --handle 10DIGITS --province 2DIGITS --time UNIXSECONDS --seq 0-3';

interface Rule {
  readonly pattern: RegExp;
  readonly expected: string;
}

const RULES: Readonly<Record<string, Rule>> = {
  seed: { pattern: /^([0-9a-fA-F]{2}){16,64}$/, expected: '16–64 bytes as hex digits, e.g. 64 digits for the 32 bytes of a real seed' },
  handle: { pattern: /^\d{10}$/, expected: '10 digits' },
  province: { pattern: /^\d{2}$/, expected: '2 digits' },
  time: { pattern: /^\d{1,11}$/, expected: 'seconds since 1970, digits only' },
  seq: { pattern: new RegExp(`^[0-${CODES_PER_STEP - 1}]$`), expected: `0–${CODES_PER_STEP - 1}` },
};

function checked(words: readonly string[]): Readonly<Record<string, string>> {
  const given = optionsIn(words, Object.keys(RULES));
  const faults = Object.entries(RULES).filter(([name, { pattern }]) => !pattern.test(String(given[name] ?? '')));
  if (faults.length > 0) throw new Misused(faults.map(([name, { expected }]) => `--${name}: ${expected}`).join('\n'));
  return given as Record<string, string>;
}

/** The 28 digits that a phone with this seed shows at this time. Throws Misused. */
export function code(words: readonly string[]): Outcome {
  const { seed, handle, province, time, seq } = checked(words);
  return { code: 0, out: codeAt({ seed: bytesOfHex(seed!), handle: handle!, province: province! }, { step: stepAt(Number(time)), sequence: Number(seq) }) };
}
