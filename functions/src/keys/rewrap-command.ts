import type { Clock } from '@yibao/shared';
import { keyRowsIn } from './key-rows';
import type { Table } from '../aws/table';
import type { KeyProvider, KeyWrapper } from './provider';
import { finishMove, MoveRefused, rewrap } from './rewrap';

export interface RewrapCommandNeeds {
  readonly table: Table;
  readonly provider: () => Promise<KeyProvider>;
  /** The key of keys at an address; undefined where it is none. */
  readonly wrapperAt: (address: string) => Promise<KeyWrapper> | undefined;
  readonly now: Clock;
  readonly print: (line: string) => void;
}

const READY = `全部数据密钥两把主密钥都能打开。接着：让全部函数用新的主密钥（KEY_PROVIDER）部署；然后用新的 KEY_PROVIDER 运行 npm run keys -- rewrap --finish
Every data key opens by both. Next: deploy all functions with the new KEY_PROVIDER, then, with that in the environment: npm run keys -- rewrap --finish`;

const DONE = `搬迁完成，旧主密钥不再打开任何数据密钥，可以停用。备份里的行仍要旧主密钥才打得开，备份过期前不要删除它
The move is finished: the old key of keys opens nothing in this table any more and may be denied. Backups of before still need it: do not delete it while there are any`;

/** Prints a refusal; anything else is a defect. */
async function told(print: RewrapCommandNeeds['print'], work: () => Promise<string>): Promise<number> {
  try {
    print(await work());
    return 0;
  } catch (error) {
    if (!(error instanceof MoveRefused)) throw error;
    print(error.message);
    return 1;
  }
}

/** `rewrap --to ADDRESS`; resolves to the exit code, or undefined where the address is none. */
export async function moveTo(address: string, { table, provider, wrapperAt, print }: RewrapCommandNeeds): Promise<number | undefined> {
  const to = await wrapperAt(address);
  if (!to) return undefined;
  const onKey = (id: string) => print(`${id} → ${to.keyOfKeys}`);
  return told(print, async () => {
    await rewrap({ from: await provider(), to }, { rows: keyRowsIn(table), onKey });
    return READY;
  });
}

/** `rewrap --finish` */
export const finish = ({ table, provider, now, print }: RewrapCommandNeeds): Promise<number> =>
  told(print, async () => {
    const to = await provider();
    await finishMove(to, { rows: keyRowsIn(table), onKey: (id) => print(`${id} = ${to.keyOfKeys}`) }, now);
    return DONE;
  });
