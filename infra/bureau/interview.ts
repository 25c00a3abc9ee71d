import { answered, type Answers, type Question, QUESTIONS } from './questions';
import { Misconfigured } from './misconfigured';

export interface Interviewer {
  /** Shows a sentence and waits for a line; absent where nobody can answer. */
  readonly ask?: ((prompt: string) => Promise<string>) | undefined;
  readonly say: (text: string) => void;
}

/** Options by flag, as given on the command line. */
export type Flags = Readonly<Record<string, string | undefined>>;

const usualOf = ({ path, usual }: Question, answers: Map<string, unknown>) => (path === 'platformSecret' ? `yibao/${String(answers.get('id'))}/platforms` : usual);

const promptOf = ({ asks, example }: Question, usual: string | undefined) => `${asks}\n  例如 ${example}${usual === undefined ? '' : `；直接回车用 ${usual}`}\n> `;

async function askUntilRight(question: Question, usual: string | undefined, { ask, say }: { readonly ask: NonNullable<Interviewer['ask']>; readonly say: Interviewer['say'] }): Promise<unknown> {
  for (;;) {
    const line = (await ask(promptOf(question, usual))).trim();
    const result = answered(question, line === '' && usual !== undefined ? usual : line);
    if ('value' in result) return result.value;
    say(`  ${result.fault}\n`);
  }
}

type Result = ReturnType<typeof answered>;

/** From the command line, else by asking, else the usual answer; where there is none of them, a sentence that names the option. */
async function answerTo(question: Question, usual: string | undefined, { flags, interviewer }: { readonly flags: Flags; readonly interviewer: Interviewer }): Promise<Result> {
  const { ask, say } = interviewer;
  const text = flags[question.flag] ?? (ask ? undefined : usual);
  if (text !== undefined) return answered(question, text);
  return ask ? { value: await askUntilRight(question, usual, { ask, say }) } : { fault: `${question.asks}，例如 ${question.example}` };
}

/**
 * Collects what a bureau must decide: from options first, by asking for the rest. Throws Misconfigured with a sentence for each wrong option and,
 * where nobody can be asked, for each missing one.
 */
export async function interview(flags: Flags, interviewer: Interviewer): Promise<Answers> {
  const answers = new Map<string, unknown>();
  const faults: string[] = [];
  for (const question of QUESTIONS) {
    if (question.when?.(answers) === false && flags[question.flag] === undefined) continue;
    const result = await answerTo(question, usualOf(question, answers), { flags, interviewer });
    if ('fault' in result) faults.push(`--${question.flag}：${result.fault}`);
    else answers.set(question.path, result.value);
  }
  if (faults.length > 0) throw new Misconfigured(['还缺这些，或者写得不对：', ...faults].join('\n  - '));
  return answers;
}
