import { chinaDay, chinaTime } from '@yibao/shared';
import type { Checkpoints } from './checkpoint';
import type { Clearings } from './clearing';

const timeOf = (at: string) => `${chinaDay(new Date(at))} ${chinaTime(new Date(at))}`;

const endOf = (finishedAt: string | undefined) => (finishedAt === undefined ? '没有做完 interrupted' : '做完 done');

/** Who imported what, and who took it away, oldest first. */
export async function tellHistory({ checkpoints, clearings, print }: { readonly checkpoints: Pick<Checkpoints, 'all'>; readonly clearings: Pick<Clearings, 'all'>; readonly print: (line: string) => void }): Promise<number> {
  const imports = (await checkpoints.all()).map(({ digest, state: { startedAt, by, line, added, changed, same, finishedAt } }) => ({
    at: startedAt,
    text: `导入 import  ${by ?? '未记 unknown'}  文件 file ${digest.slice(0, 16)}  到第 ${line} 行，新增 added ${added}，更新 changed ${changed}，没有变化 same ${same}  ${endOf(finishedAt)}`,
  }));
  const cleared = (await clearings.all()).map(({ at, by, reason, persons, finishedAt }) => ({ at, text: `清除 clearing  ${by}  ${persons} 人，原因 because ${reason}  ${endOf(finishedAt)}` }));
  const all = [...imports, ...cleared].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const { at, text } of all) print(`${timeOf(at)}  ${text}`);
  if (all.length === 0) print('还没有导入过 / nothing was imported yet');
  return 0;
}
