import type { Scan, ScanReply } from '../scan';
import { byId, elementOf } from './elements';
import { remember, type Way } from './history';
import { showBusy, showReply, showWaiting } from './result';

const newName = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const beijingNow = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** The chosen business as the service names it, e.g. 门诊挂号（01101）. */
function businessName(): string {
  const { selectedOptions, value } = elementOf('business', HTMLSelectElement);
  return `${selectedOptions[0]?.text.split('　')[0] ?? ''}（${value}）`;
}

const unreachable = (): ScanReply => ({ outcome: 'unreachable', business: businessName(), at: beijingNow() });

/** Never rejects: that nothing answered is an answer. */
const sent = (scan: Scan): Promise<ScanReply> =>
  fetch('/counter/scan', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(scan) })
    .then((answer) => (answer.ok ? (answer.json() as Promise<ScanReply>) : unreachable()))
    .catch(unreachable);

/** Digits as they were meant: Chinese input methods make them wide, and copying adds blanks. */
export const cleaned = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

let busy = false;

async function submit(scan: Scan, way: Way): Promise<void> {
  if (busy) return;
  busy = true;
  showBusy();
  const reply = await sent(scan);
  busy = false;
  remember(reply, way);
  showReply(reply, () => {
    byId('code').focus();
    void submit(scan, way);
  });
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
