import { chinaDay, chinaTime, type Clock } from '@yibao/shared';
import type { Table } from '../aws/table';
import type { Scan } from '../aws/table-scan';
import { fillBack } from './backfill';
import { type Backfill, backfillIn, isFilled } from './backfill-row';
import { fillBackIn } from './fill-back-table';
import { keyRowsIn } from './key-rows';
import { isInUse, type KeyState, statesOf, usedFrom } from './key-state';
import { keyringOf } from './keyring';
import type { KeyProvider } from './provider';
import { rotate } from './rotate';

export interface KeysCommandNeeds {
  readonly table: Table;
  readonly scan: Scan;
  readonly provider: () => Promise<KeyProvider>;
  readonly tableName: string;
  readonly now: Clock;
  readonly print: (line: string) => void;
}

const HELP = `npm run keys -- list      列出数据密钥 lists the data keys
npm run keys -- rotate    换新的数据密钥，十分钟后启用 makes the next one, used from ten minutes later on
npm run keys -- backfill  用新密钥重新加密全部数据 seals every row anew with it`;

const timeOf = (instant: string) => `${chinaDay(new Date(instant))} ${chinaTime(new Date(instant))}`;

function told({ key, rows, resealed, relocked, oldPins, broken, finishedAt }: Backfill): string {
  const state = finishedAt === undefined ? '进行中 under way' : `完成 finished ${timeOf(finishedAt)}`;
  return `回填 back-fill ${key}：${state}，${rows} 行 rows，${resealed} 重新加密 sealed anew，${relocked} 索引 indexes，${oldPins} 旧密码 PINs on an older pepper，${broken} 打不开 broken`;
}

const WORDS: Readonly<Record<KeyState, string>> = { waits: '待启用 waits', 'in use': '在用 in use', before: '上一个 before', older: '旧 older' };

async function opened(needs: KeysCommandNeeds) {
  const rows = keyRowsIn(needs.table);
  const keyring = keyringOf({ ...needs, rows });
  await keyring.refresh();
  return { rows, keyring, all: await rows.all(), stored: await backfillIn(needs.table).read() };
}

async function list(needs: KeysCommandNeeds): Promise<number> {
  const { all, stored } = await opened(needs);
  for (const [row, state] of statesOf(all, needs.now())) needs.print(`${row.id.padEnd(6)} ${timeOf(usedFrom(row))}  ${row.provider.padEnd(4)}  ${WORDS[state]}`);
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
  const row = await rotate({ ...needs, rows });
  needs.print(row ? `${row.id} 从 ${timeOf(usedFrom(row))} 起启用 is used from then on` : '别人刚换过密钥 / somebody else has just rotated');
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

const COMMANDS: Readonly<Record<string, (needs: KeysCommandNeeds) => Promise<number>>> = { list, rotate: turn, backfill: fill };

/** `list`, `rotate` or `backfill`; resolves to the exit code. */
export async function keysCommand([word = 'help', ...more]: readonly string[], needs: KeysCommandNeeds): Promise<number> {
  const command = more.length === 0 ? COMMANDS[word] : undefined;
  if (command) return command(needs);
  needs.print(HELP);
  return word === 'help' ? 0 : 2;
}
