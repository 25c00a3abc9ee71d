import type { Account } from './account';

export interface Outcome {
  readonly code: number;
  readonly output: string;
}

interface Running {
  /** Its output appears as it comes. */
  readonly shown?: boolean;
  /** Where it runs, from the root of the repository. @default the root */
  readonly folder?: string;
}

/** What the commands do outside this process. */
export interface Hands {
  /** Runs a program; `node` is the one that runs this. */
  run(words: readonly string[], options?: Running): Promise<Outcome>;
  say(text: string): void;
  /** Absent where nobody can answer. */
  readonly ask?: ((prompt: string) => Promise<string>) | undefined;
  get(url: string, init?: { readonly method: string; readonly body?: string }): Promise<{ readonly status: number; readonly text: string }>;
  wait(ms: number): Promise<void>;
  readonly account: Account;
  readonly node: string;
  readonly now: () => Date;
}

/** The reason why a command ended without doing what it was for; printed without a stack. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** The CDK's command line, run in infra, where its settings are. */
export const CDK = '../node_modules/aws-cdk/bin/cdk';

const LAST_LINES = 30;

/** Runs a program that must succeed. Throws Stopped with what it said last. */
export async function must(hands: Hands, says: string, words: readonly string[]): Promise<string> {
  hands.say(says);
  const { code, output } = await hands.run(words, words.includes(CDK) ? { folder: 'infra' } : {});
  if (code !== 0) throw new Stopped(`${says}没有成功：\n${output.trim().split('\n').slice(-LAST_LINES).join('\n')}`);
  return output;
}

/** The commit of the working tree; undefined while there are changes that no commit has. */
export async function commitOf(hands: Hands): Promise<string | undefined> {
  const [head, changes] = [await hands.run(['git', 'rev-parse', 'HEAD']), await hands.run(['git', 'status', '--porcelain', '--untracked-files=no'])];
  return head.code === 0 && changes.code === 0 && changes.output.trim() === '' ? head.output.trim() : undefined;
}
