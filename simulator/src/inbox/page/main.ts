import { byId, element, elementOf, follow } from '../../web/page/dom';
import type { Letter } from '../inbox';
import { letterView } from './letter-view';

interface Phone {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly letters: readonly Letter[];
}

const EVERY_MS = 1200;
const APPS = ['sms', 'weapp', 'alipay'] as const;
const EMPTY = { sms: '没有短信', weapp: '没有服务通知', alipay: '没有消息' } as const;

let phones: readonly Phone[] = [];
/** The person of the address, else whoever received something last. */
let chosen = new URLSearchParams(location.search).get('person') ?? '';
const read = new Map<string, number>();

const newest = ({ letters }: Phone) => letters[0]?.at ?? '';
const inOrder = () => [...phones].sort((a, b) => newest(b).localeCompare(newest(a)));
const current = () => phones.find(({ id }) => id === chosen) ?? inOrder()[0];

function showScreens(): void {
  const phone = current();
  if (!phone) return;
  byId('sms-note').textContent = `${phone.name} ${phone.phone}`;
  for (const app of APPS) {
    const letters = phone.letters.filter((letter) => letter.app === app).reverse();
    const screen = byId(app);
    screen.replaceChildren(...(letters.length > 0 ? letters.flatMap((letter) => letterView(letter, phone.id)) : [element('p', { className: 'none' }, EMPTY[app])]));
    screen.scrollTop = screen.scrollHeight;
  }
  read.set(phone.id, phone.letters.length);
}

function choose(id: string): void {
  chosen = id;
  history.replaceState(null, '', `?person=${encodeURIComponent(id)}`);
  showAll();
}

function rowOf(phone: Phone): HTMLElement {
  const { id, name, letters } = phone;
  const unread = letters.length - (read.get(id) ?? 0);
  const badge = unread > 0 ? [element('span', { className: 'count', ariaLabel: `${unread}条未读` }, String(unread))] : [];
  const row = element('button', { type: 'button', onclick: () => choose(id), ariaCurrent: String(phone === current()) }, element('span', {}, name), element('small', {}, id), ...badge);
  return element('li', {}, row);
}

function showPeople(): void {
  const sought = elementOf('search', HTMLInputElement).value.trim();
  byId('people').replaceChildren(...inOrder().filter(({ id, name }) => id.includes(sought) || name.includes(sought)).map(rowOf));
}

function showAll(): void {
  showScreens();
  showPeople();
}

byId('search').addEventListener('input', showPeople);

follow<readonly Phone[]>({
  path: '/inbox',
  every: EVERY_MS,
  show: (fresh) => {
    phones = fresh;
    if (chosen === '') chosen = inOrder().find(({ letters }) => letters.length > 0)?.id ?? '';
    showAll();
  },
  tell: (answers) => {
    byId('silent').hidden = answers;
  },
});
