import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bureau, fields } from './bureau';
import { fileText } from './file-text';
import { type Flags, interview, type Interviewer } from './interview';
import { Misconfigured } from './misconfigured';
import { type Answers, QUESTIONS } from './questions';

interface Wish {
  readonly code: string;
  readonly flags: Flags;
}

const USAGE = '用法：npm run bureau:new -- 370100 [--name 济南市医疗保障局 --account …]，没有给的会逐项询问';

const optionsOf = () => Object.fromEntries(QUESTIONS.map(({ flag }) => [flag, { type: 'string' as const }]));

/** Throws Misconfigured for an unknown option or a code that is none. */
function wishIn(args: readonly string[]): Wish {
  const { values, positionals } = parseArgs({ args: [...args], options: optionsOf(), allowPositionals: true, strict: false });
  const unknown = Object.keys(values).filter((flag) => !QUESTIONS.some((question) => question.flag === flag));
  if (unknown.length > 0) throw new Misconfigured(`没有这个选项：${unknown.map((flag) => `--${flag}`).join('、')}\n${USAGE}`);
  const code = fields.shape.code.safeParse(positionals[0]);
  if (!code.success) throw new Misconfigured(`${code.error.issues[0]!.message}\n${USAGE}`);
  return { code: code.data, flags: values as Flags };
}

/** The answers as the object that a bureau file holds. */
function objectOf(code: string, answers: Answers): Parameters<typeof bureau>[0] {
  const file: Record<string, unknown> = { code };
  for (const [path, value] of answers) {
    const [group, name] = path.split('.') as [string, string?];
    file[group] = name === undefined ? value : { ...(file[group] as object | undefined), [name]: value };
  }
  return file as Parameters<typeof bureau>[0];
}

/** Writes the file of a new bureau into `folder` and gives its path. Nothing is written when something is wrong or the file exists. */
export async function newBureau(args: readonly string[], folder: string, interviewer: Interviewer): Promise<string> {
  const { code, flags } = wishIn(args);
  const path = join(folder, `${code}.ts`);
  if (existsSync(path)) throw new Misconfigured(`infra/bureaus/${code}.ts 已经有了：请直接修改它，或者先删除`);
  const answers = await interview(flags, interviewer);
  bureau(objectOf(code, answers));
  writeFileSync(path, fileText(code, answers), { flag: 'wx' });
  return path;
}
