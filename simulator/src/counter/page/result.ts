import type { Holder, ScanReply } from '../scan';
import { byId, elementOf, filled, type Facts } from './elements';

const place = () => byId('result');

function show(state: string, facts: Facts = {}): void {
  place().dataset['state'] = state;
  place().replaceChildren(filled(state, facts));
}

export const showWaiting = () => show('waiting');
export const showBusy = () => show('busy');

/** 370***********0012: what a clerk compares with the card; the whole number only on demand. */
const masked = (idNumber: string) => idNumber.replace(/^(.{3}).*(.{4})$/, '$1***********$2');

function revealer({ idNumber }: Holder): () => void {
  const button = elementOf('reveal', HTMLButtonElement);
  const number = place().querySelector('[data-field="idNumber"]')!;
  return () => {
    const open = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(open));
    button.textContent = open ? '隐藏' : '显示';
    number.textContent = open ? idNumber : masked(idNumber);
  };
}

async function copyToken({ ecToken }: Holder): Promise<void> {
  await navigator.clipboard.writeText(ecToken);
  byId('copy').textContent = '已复制';
}

/** Shows what became of a scan; `again` sends the same scan once more. */
export function showReply(reply: ScanReply, again: () => void): void {
  if (reply.outcome === 'accepted') {
    show('accepted', { ...reply, ...reply.holder, idNumber: masked(reply.holder.idNumber) });
    byId('reveal').addEventListener('click', revealer(reply.holder));
    byId('copy').addEventListener('click', () => void copyToken(reply.holder));
  } else {
    show(reply.outcome, { ...reply });
    byId('retry').addEventListener('click', again);
  }
}

/** F8: as the button does, where there is one. */
export const toggleIdNumber = () => document.getElementById('reveal')?.click();
