/** What a verb's words ask for; undefined where they are not as they should be. */
export type Verb<Needs> = (words: readonly string[]) => ((needs: Needs) => Promise<number>) | undefined;

interface Command<Needs> {
  readonly verbs: Readonly<Record<string, Verb<Needs>>>;
  readonly help: string;
  /** Whether an error is a refusal whose message is meant for the operator; any other is thrown on. */
  readonly isRefusal: (error: unknown) => error is Error;
}

/** The values of options, each given once; undefined where the words are not as they should be. */
export function optionsIn(words: readonly string[], names: readonly string[]): ReadonlyMap<string, string> | undefined {
  const pairs = words.flatMap((word, i) => (i % 2 === 0 ? [[word, words[i + 1] ?? ''] as const] : []));
  const isRight = pairs.every(([name, value]) => names.includes(name) && value !== '') && new Set(pairs.map(([name]) => name)).size === pairs.length;
  return isRight ? new Map(pairs) : undefined;
}

/** Runs an operator's command by its verb. Resolves to the exit code: 0 done, 1 refused, 2 misuse. */
export async function runVerb<Needs extends { readonly print: (line: string) => void }>([verb = 'help', ...words]: readonly string[], { verbs, help, isRefusal }: Command<Needs>, needs: Needs): Promise<number> {
  const act = Object.hasOwn(verbs, verb) ? verbs[verb]!(words) : undefined;
  if (!act) {
    needs.print(help);
    return verb === 'help' ? 0 : 2;
  }
  try {
    return await act(needs);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    needs.print(error.message);
    return 1;
  }
}
