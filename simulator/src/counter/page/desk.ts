import type { Scan, ScanReply } from '../scan';
import { byId, elementOf } from './elements';
import { remember, type Way } from './history';
import { showBusy, showReply, showWaiting } from './result';

const newName = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const beijingNow = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

async function sent(scan: Scan, business: string): Promise<ScanReply> {
  try {
    const answer = await fetch('/counter/scan', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(scan) });
    if (answer.ok) return (await answer.json()) as ScanReply;
  } catch {
    return { outcome: 'unreachable', business, at: beijingNow() };
  }
  return { outcome: 'unreachable', business, at: beijingNow() };
}

/** Digits as they were meant: Chinese input methods make them wide, and copying adds blanks. */
export const cleaned = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

let busy = false;

async function submit(scan: Scan, way: Way): Promise<void> {
  if (busy) return;
  busy = true;
  showBusy();
  const select = elementOf('business', HTMLSelectElement);
  const reply = await sent(scan, select.selectedOptions[0]?.text ?? '');
  busy = false;
  remember(reply, way);
  showReply(reply, () => void submit(scan, way));
}

/** One scan, from whichever source. */
export function scanned(text: string, way: Way): void {
  const code = cleaned(text);
  byId('note').textContent = '';
  if (code) void submit({ scan: newName(), code, businessType: elementOf('business', HTMLSelectElement).value }, way);
}

/** Makes room for the next person. */
export function clearDesk(): void {
  if (!busy) showWaiting();
  byId('note').textContent = '';
}
