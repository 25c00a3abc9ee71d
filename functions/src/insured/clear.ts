import type { Clock } from '@yibao/shared';
import type { Key } from '../aws/table';
import type { Scan } from '../aws/table-scan';
import type { Clearings } from './clearing';

export interface ClearNeeds {
  readonly scan: Scan;
  /** Takes rows away for good. */
  readonly remove: (keys: readonly Key[]) => Promise<void>;
  readonly clearings: Clearings;
  readonly now: Clock;
  readonly print: (line: string) => void;
}

export interface Clearing {
  readonly by: string;
  readonly reason: string;
  /** How many persons the operator has seen and means. */
  readonly confirmed: number | undefined;
}

const PAGE = 500;

const isPerson = ({ pk, sk }: Key) => pk.startsWith('IN#') && sk === 'INSURED';

/** Pages of the imported persons' keys. */
async function* personsIn(scan: Scan): AsyncGenerator<readonly Key[]> {
  let after: string | undefined;
  do {
    const { rows, next } = await scan.page(after, PAGE);
    yield rows.filter(isPerson).map(({ pk, sk }) => ({ pk, sk }));
    after = next;
  } while (after !== undefined);
}

async function counted(scan: Scan): Promise<number> {
  let persons = 0;
  for await (const keys of personsIn(scan)) persons += keys.length;
  return persons;
}

/**
 * Takes all imported persons away, once the operator has named how many there are. Who did it and why is written before the first is gone,
 * and again at the end, so that an interrupted clearing is seen; it may be begun again.
 */
export async function clear({ by, reason, confirmed }: Clearing, { scan, remove, clearings, now, print }: ClearNeeds): Promise<number> {
  const persons = await counted(scan);
  if (persons === 0) {
    print('没有导入的参保人，什么也没有做 / nobody to clear');
    return 0;
  }
  if (confirmed !== persons) {
    print(`现有 ${persons} 位导入的参保人；清除后不能恢复（除非用备份）。确认请加 --confirm ${persons} / ${persons} persons, add --confirm ${persons}`);
    return 1;
  }
  const at = now().toISOString();
  const begun = await clearings.keep({ by, reason, persons, at }, 'absent');
  for await (const keys of personsIn(scan)) await remove(keys);
  await clearings.keep({ by, reason, persons, at, finishedAt: now().toISOString() }, begun);
  print(`已清除 ${persons} 位参保人，并记下了经办人和原因 / cleared, and noted by whom and why`);
  return 0;
}
