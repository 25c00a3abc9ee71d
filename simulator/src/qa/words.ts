/** The command line was not understood; the message says what to write. */
export class Misused extends Error {
  override readonly name = 'Misused';
}

/** What a command prints and with which status it ends. */
export interface Outcome {
  readonly code: number;
  readonly out?: string;
  readonly err?: string;
}

/** Options as `--name value` or `--name` alone (then true). Throws Misused for anything else or a name not known. */
export function optionsIn(words: readonly string[], known: readonly string[]): Readonly<Record<string, string | true>> {
  const found: Record<string, string | true> = {};
  for (let i = 0; i < words.length; i += 1) {
    const name = words[i]!.replace(/^--/, '');
    if (!words[i]!.startsWith('--') || !known.includes(name)) throw new Misused(`不认识 / unknown: ${words[i]}`);
    const value = words[i + 1];
    const hasValue = value !== undefined && !value.startsWith('--');
    found[name] = hasValue ? value : true;
    if (hasValue) i += 1;
  }
  return found;
}
