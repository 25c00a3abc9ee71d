import type { ExistingTable } from '../bureau/existing-table';
import type { TableState } from './account';

type Fault = string | false;

function streamFault(wanted: string, { streamArn, streamView }: TableState): Fault {
  if (streamArn === undefined) return '没有打开流：在“导出和流”里选“新旧映像”打开，把流的 ARN 填进 table.streamArn';
  if (streamView !== 'NEW_AND_OLD_IMAGES') return `流的内容是 ${String(streamView)}，应为新旧映像：关掉再打开`;
  return streamArn !== wanted && `流的 ARN 是 ${streamArn}，和 table.streamArn 不同`;
}

/** What a table must have that a restored one does not: each with what to do. */
const lacks = (wanted: ExistingTable, found: TableState): readonly Fault[] => [
  found.keySchema !== 'pk, sk' && `主键是 ${found.keySchema}，应为 pk 和 sk：这不是本服务的表`,
  streamFault(wanted.streamArn, found),
  found.ttl !== 'ttl' && '没有打开 TTL：在“其他设置”里打开，属性填 ttl',
  !found.restorable && '没有打开时间点恢复：在“备份”里打开',
  !found.deletionProtected && '没有打开删除保护：在“其他设置”里打开',
  found.keyArn !== wanted.keyArn && `加密密钥是 ${found.keyArn ?? 'AWS 自有的'}，和 table.keyArn 不同`,
];

/** Why the table of the bureau file cannot be deployed upon, with what to do; undefined where it can. */
export function tableFault(wanted: ExistingTable, found: TableState | undefined): string | undefined {
  if (!found) return `没有 ${wanted.name} 这张表。先按 docs/bureau/restore.md 恢复，或改 table.name；想要一张新的空表就去掉 table`;
  if (found.status !== 'ACTIVE') return `${wanted.name} 的状态是 ${found.status}，恢复完成（ACTIVE）后再部署`;
  const faults = lacks(wanted, found).filter((fault) => fault !== false);
  return faults.length === 0 ? undefined : `${wanted.name} ${faults.join('；')}`;
}
