import { chinaDay, chinaTime } from '@yibao/shared';
import type { Scan } from '../aws/table-scan';
import { fillBack } from './backfill';
import { type Backfill, backfillIn, isFilled } from './backfill-row';
import { fillBackIn } from './fill-back-table';
import { keyRowsIn } from './key-rows';
import { isInUse, type KeyState, statesOf, usedFrom } from './key-state';
import { keyringOf } from './keyring';
import type { KeyRow } from './key-rows';
import { finish, moveTo, type RewrapCommandNeeds } from './rewrap-command';
import { rotate } from './rotate';

export interface KeysCommandNeeds extends RewrapCommandNeeds {
  readonly scan: Scan;
  readonly tableName: string;
}

const HELP = `npm run keys -- list      列出数据密钥 lists the data keys
npm run keys -- rotate    换新的数据密钥，十分钟后启用 makes the next one, used from ten minutes later on
npm run keys -- backfill  用新密钥重新加密全部数据 seals every row anew with it
npm run keys -- rewrap --to ADDRESS   把全部数据密钥再用另一把主密钥包一层（kms:ARN 或 file:///…）wraps every data key by another key of keys as well
npm run keys -- rewrap --finish       部署换用新主密钥以后：旧主密钥不再打开任何密钥 once deployed with it: takes away what the old one opens`;

const timeOf = (instant: string) => `${chinaDay(new Date(instant))} ${chinaTime(new Date(instant))}`;

function told({ key, rows, resealed, relocked, oldPins, broken, finishedAt }: Backfill): string {
  const state = finishedAt === undefined ? '进行中 under way' : `完成 finished ${timeOf(finishedAt)}`;
  return `回填 back-fill ${key}：${state}，${rows} 行 rows，${resealed} 重新加密 sealed anew，${relocked} 索引 indexes，${oldPins} 旧密码 PINs on an older pepper，${broken} 打不开 broken`;
}

const WORDS: Readonly<Record<KeyState, string>> = { waits: '待启用 waits', 'in use': '在用 in use', before: '上一个 before', older: '旧 older' };

const moving = ({ nextKey }: KeyRow) => (nextKey === undefined ? '' : `  → ${nextKey}`);

async function opened(needs: KeysCommandNeeds) {
  const rows = keyRowsIn(needs.table);
  const keyring = keyringOf({ ...needs, rows });
  await keyring.refresh();
  return { rows, keyring, all: await rows.all(), stored: await backfillIn(needs.table).read() };
}

async function list(needs: KeysCommandNeeds): Promise<number> {
  const { all, stored } = await opened(needs);
  for (const [row, state] of statesOf(all, needs.now())) needs.print(`${row.id.padEnd(6)} ${timeOf(usedFrom(row))}  ${row.provider.padEnd(4)}  ${WORDS[state]}${moving(row)}`);
  if (stored) needs.print(told(stored.state));
  return 0;
}

async function turn(needs: KeysCommandNeeds): Promise<number> {
  const { rows, all, stored } = await opened(needs);
  const newest = all.at(-1)!.id;
  if (!isFilled(stored, newest)) {
    needs.print(`还有数据用着旧密钥，请先回填 / rows still have older keys, fill back first: npm run keys -- backfill`);
    return 1;
  }
  if (all.some(({ nextKey }) => nextKey !== undefined)) {
    needs.print('数据密钥正在搬到另一把主密钥，请先做完 / the keys are moving to another key of keys, finish that first: npm run keys -- rewrap');
    return 1;
  }
  const row = await rotate({ ...needs, rows });
  needs.print(row ? `${row.id} 从 ${timeOf(usedFrom(row))} 起启用 is used from then on` : '别人刚动过密钥 / somebody else has just changed the keys');
  return row ? 0 : 1;
}

async function fill(needs: KeysCommandNeeds): Promise<number> {
  const { keyring, all } = await opened(needs);
  const newest = all.at(-1)!;
  if (!isInUse(newest, needs.now())) {
    needs.print(`新密钥还没启用，请在 ${timeOf(usedFrom(newest))} 以后再来 / the newest key is not in use yet, come back after that time`);
    return 1;
  }
  const state = await fillBack(fillBackIn({ ...needs, keys: keyring }), { onBatch: (batch) => needs.print(told(batch)) });
  needs.print(told(state));
  return state.broken === 0 ? 0 : 1;
}

type Command = (needs: KeysCommandNeeds) => Promise<number | undefined>;

const COMMANDS: Readonly<Record<string, Command>> = { list, rotate: turn, backfill: fill, 'rewrap --finish': finish };

function commandOf(words: readonly string[]): Command | undefined {
  const [word, option, address = '', ...more] = words;
  const moves = word === 'rewrap' && option === '--to' && more.length === 0;
  return moves ? (needs) => moveTo(address, needs) : COMMANDS[words.join(' ')];
}

/** `list`, `rotate`, `backfill`, `rewrap --to ADDRESS` or `rewrap --finish`; resolves to the exit code. */
export async function keysCommand(words: readonly string[], needs: KeysCommandNeeds): Promise<number> {
  const code = await commandOf(words)?.(needs);
  if (code !== undefined) return code;
  needs.print(HELP);
  return (words[0] ?? 'help') === 'help' ? 0 : 2;
}
