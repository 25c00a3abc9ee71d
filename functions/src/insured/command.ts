import { chinaDay, chinaTime, type Clock } from '@yibao/shared';
import { Conflict } from '../aws/table';
import { optionsIn } from '../command-line/verbs';
import { type CsvFile, type FaultsFile, looked, NotImportable } from '../csv/csv-file';
import type { ProgressNeeds } from '../csv/progress';
import type { Checkpoint, Checkpoints, StoredCheckpoint } from './checkpoint';
import { clear, type ClearNeeds } from './clear';
import { tellHistory } from './history';
import { advancedTo, importFile, type ImportNeeds, type Seen } from './import-file';
import { writeLines, type WriteNeeds } from './write-lines';

export interface InsuredCommandNeeds extends ProgressNeeds, WriteNeeds, Pick<ClearNeeds, 'scan' | 'remove' | 'clearings'> {
  /** Rejects with NotImportable where there is no such file. */
  readonly open: (path: string) => Promise<{ file: CsvFile; faults: FaultsFile }>;
  readonly checkpoints: Checkpoints;
  /** Regions that are registered, by code, and whether each is open. */
  readonly regions: () => Promise<ReadonlyMap<string, boolean>>;
  readonly now: Clock;
}

const HELP = `npm run insured:import -- FILE.csv                    试导：只检查，什么也不写 checks, writes nothing
npm run insured:import -- FILE.csv --write --by WHO   正式导入，记下经办人；中断后再运行一次，从断点接着做 imports, goes on where it was interrupted
npm run insured:import -- FILE.csv --write --by WHO --again    已导过的文件再导一遍 a file that was done is done once more
npm run insured:import -- --history                   谁在什么时候导入、清除过什么 who imported and cleared what
npm run insured:import -- --clear --by WHO --reason WHY        平台接通后清除全部导入的参保人，先说有多少人，再加 --confirm 人数 clears all

有错的行写到 FILE.errors.csv（只有行号和掩码）。格式见 docs/bureau/import.md`;

interface Asked {
  readonly path: string;
  readonly isWriting: boolean;
  readonly isAgain: boolean;
  readonly by: string | undefined;
}

const FLAGS = ['--write', '--again'];

/** The words with what follows `--by` taken out. */
function withoutBy(words: readonly string[]): { rest: readonly string[]; by: string | undefined } {
  const at = words.indexOf('--by');
  return at < 0 || words[at + 1] === undefined ? { rest: words, by: undefined } : { rest: [...words.slice(0, at), ...words.slice(at + 2)], by: words[at + 1] };
}

/** undefined where the words are not as they should be. */
function askedIn(words: readonly string[]): Asked | undefined {
  const { rest, by } = withoutBy(words);
  const [path, ...more] = rest.filter((word) => !FLAGS.includes(word));
  if (path === undefined || more.length > 0 || path.startsWith('-')) return undefined;
  const isWriting = rest.includes('--write');
  // Nothing is written in nobody's name.
  return isWriting && by === undefined ? undefined : { path, isWriting, isAgain: rest.includes('--again'), by };
}

type Act = (needs: InsuredCommandNeeds) => Promise<number>;

/** What else than importing the words ask for; undefined where they do not. */
function otherwise([verb, ...words]: readonly string[]): Act | undefined {
  if (verb === '--history' && words.length === 0) return tellHistory;
  const options = verb === '--clear' ? optionsIn(words, ['--by', '--reason', '--confirm']) : undefined;
  const [by, reason, confirm] = ['--by', '--reason', '--confirm'].map((name) => options?.get(name));
  return by && reason ? (needs) => clear({ by, reason, confirmed: confirm === undefined ? undefined : Number(confirm) }, needs) : undefined;
}

async function tellRegions({ regions: found }: Seen, { regions, print }: InsuredCommandNeeds): Promise<void> {
  const known = await regions();
  const stateOf = (code: string) => (known.has(code) ? (known.get(code) ? '已开通 open' : '未开通 closed') : '没有登记，先运行 npm run region -- set / not registered');
  for (const [code, lines] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) print(`参保地 ${code}  ${lines} 行 lines  ${stateOf(code)}`);
}

function told({ lines, good, bad }: Seen, { name }: FaultsFile): string {
  return `${lines} 行 lines，${good} 可以导入 good，${bad} 有错 bad${bad > 0 ? `，见 ${name}` : ''}`;
}

const timeOf = (at: string) => `${chinaDay(new Date(at))} ${chinaTime(new Date(at))}`;

const countsOf = ({ added, changed, same }: Checkpoint) => `新增 added ${added} 人，更新 changed ${changed}，没有变化 same ${same}`;

async function tried(importing: ImportNeeds, needs: InsuredCommandNeeds): Promise<number> {
  const seen = await importFile(importing, 0, () => Promise.resolve());
  await tellRegions(seen, needs);
  needs.print(`试导，什么也没有写 dry run：${told(seen, importing.faults)}`);
  needs.print('确认无误后加 --write 正式导入 / add --write to import');
  return seen.bad === 0 ? 0 : 1;
}

/** Where to begin; a file that was done begins anew only when asked to. */
function begun(stored: StoredCheckpoint | undefined, { isAgain, by }: Asked, now: Clock): StoredCheckpoint {
  const isUnderWay = stored && stored.state.finishedAt === undefined;
  if (isUnderWay && !isAgain) return stored;
  return { state: { line: 0, added: 0, changed: 0, same: 0, startedAt: now().toISOString(), ...(by === undefined ? {} : { by }) }, was: stored?.was ?? 'absent' };
}

async function written(importing: ImportNeeds, asked: Asked, needs: InsuredCommandNeeds): Promise<number> {
  const { digest } = importing.looked;
  const before = await needs.checkpoints.read(digest);
  if (before?.state.finishedAt !== undefined && !asked.isAgain) {
    needs.print(`这个文件在 ${timeOf(before.state.finishedAt)} 已经导入完，没有再做 / was imported already, nothing done：${countsOf(before.state)}`);
    return 0;
  }
  let stored = await needs.checkpoints.keep(digest, begun(before, asked, needs.now));
  if (stored.state.line > 0) needs.print(`从第 ${stored.state.line} 行之后接着导入 / goes on behind line ${stored.state.line}`);
  const seen = await importFile(importing, stored.state.line, async (lines, line) => {
    const counts = await writeLines(lines, needs);
    stored = await needs.checkpoints.keep(digest, advancedTo(stored, line, counts));
  });
  stored = await needs.checkpoints.keep(digest, { ...stored, state: { ...stored.state, finishedAt: needs.now().toISOString() } });
  await tellRegions(seen, needs);
  needs.print(`导入完成 done：${told(seen, importing.faults)}；${countsOf(stored.state)}`);
  return seen.bad === 0 ? 0 : 1;
}

/** A refusal in words; undefined for a defect. */
function wordsOf(error: unknown): string | undefined {
  if (error instanceof NotImportable) return error.message;
  return error instanceof Conflict ? '别人正在导入同一个文件，这里停下了 / somebody else imports the same file' : undefined;
}

/** Resolves to the exit code: 0 done, 1 lines with faults or refused, 2 misuse. */
export async function insuredCommand(words: readonly string[], needs: InsuredCommandNeeds): Promise<number> {
  const act = otherwise(words);
  if (act) return act(needs);
  const asked = askedIn(words);
  if (!asked) {
    needs.print(HELP);
    return words.length === 0 ? 0 : 2;
  }
  try {
    const { file, faults } = await needs.open(asked.path);
    const importing = { ...needs, file, faults, looked: await looked(file) };
    needs.print(`${asked.path}：${importing.looked.encoding}，${file.size} 字节 bytes`);
    return await (asked.isWriting ? written(importing, asked, needs) : tried(importing, needs));
  } catch (error) {
    const words = wordsOf(error);
    if (words === undefined) throw error;
    needs.print(words);
    return 1;
  }
}
