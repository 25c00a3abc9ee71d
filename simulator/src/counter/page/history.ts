import type { ScanReply } from '../scan';
import { byId } from './elements';

/** How the code came in. */
export type Way = '扫码枪/输入' | '摄像头' | '图片';

const maskedName = (name: string) => name.slice(0, 1) + '*'.repeat(Math.max(1, name.length - 1));

function cellsOf(reply: ScanReply, way: Way): string[] {
  const start = [reply.at.slice(11), reply.business, way];
  if (reply.outcome === 'accepted') return [...start, '成功', maskedName(reply.holder.name), reply.holder.region, reply.holder.channel];
  return [...start, reply.outcome === 'refused' ? `${reply.code} ${reply.title}` : '没有联系上服务', '—', '—', '—'];
}

function cell(text: string, i: number, outcome: ScanReply['outcome']): HTMLTableCellElement {
  const made = document.createElement('td');
  made.textContent = text;
  if (i === 0) made.className = 'digits';
  if (i === 3) made.className = outcome === 'accepted' ? 'ok' : 'no';
  return made;
}

let count = 0;

/** Adds a scan to this session's list, newest first; names are masked there. */
export function remember(reply: ScanReply, way: Way): void {
  const rows = byId('history');
  rows.querySelector('.none')?.remove();
  const row = document.createElement('tr');
  row.append(...cellsOf(reply, way).map((text, i) => cell(text, i, reply.outcome)));
  rows.prepend(row);
  count += 1;
  byId('history-count').textContent = `共 ${count} 次，关闭页面后不保留`;
}
