import { channel, query } from './channel';
import { button, element, ready, sheet } from './sheet';

/** A test person, as the simulator lists one. */
interface Card {
  readonly id: string;
  readonly story: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

const OWNER = 'phone.owner';
const APP = 'phone.app';

const cards = async () => (await (await fetch('/outside/phone/persons')).json()) as readonly Card[];

/** Another owner or another app begins with empty storage, as another phone would. */
function keep(owner: string): void {
  const isOther = localStorage.getItem(OWNER) !== owner || localStorage.getItem(APP) !== channel;
  if (isOther) localStorage.clear();
  localStorage.setItem(OWNER, owner);
  localStorage.setItem(APP, channel);
}

/** Whose phone this is, as far as the address or an earlier visit tells; settled before the page's own script runs. */
function known(): Promise<string> | undefined {
  const id = query.get('person') ?? localStorage.getItem(OWNER);
  if (id === null) return undefined;
  keep(id);
  return Promise.resolve(id);
}

const row = (card: Card, choose: (id: string) => void) =>
  element(
    'button',
    { type: 'button', className: 'phone-person', onclick: () => choose(card.id) },
    element('b', {}, card.name),
    element('span', {}, card.story),
  );

async function chosen(): Promise<string> {
  const all = await cards();
  const text = { app: '网页预览', title: '选择测试人物', text: '这部手机是谁的？都是虚构的人。' };
  const id = await sheet<string>(text, undefined, (answer) => [element('div', { className: 'phone-sheet__list' }, ...all.map((card) => row(card, answer)))]);
  keep(id);
  return id;
}

let owner = known();

/** The id of the phone's owner; asks once when nobody knows. */
export const ownerOfPhone = (): Promise<string> => (owner ??= chosen());

/** After the simulator has said that it knows nobody of this id. */
export function forgetOwner(): void {
  localStorage.clear();
  owner = chosen();
}

function changeOwner(): void {
  localStorage.clear();
  location.assign(`${location.pathname}?channel=${channel}`);
}

async function showOwner(): Promise<void> {
  const id = await ownerOfPhone();
  const card = (await cards()).find((one) => one.id === id);
  const text = card ? `${card.story}\n身份证号 ${card.idNumber}\n手机号 ${card.phone}` : '';
  await sheet<boolean>({ app: '测试人物', title: card?.name ?? id, text }, false, (answer) => [button('换一个人', changeOwner), button('关闭', () => answer(false), 'phone-primary')]);
}

/** A tab at the edge that shows the person's facts; absent when the address names the person, as tests do. */
export async function offerOwner(): Promise<void> {
  if (query.has('person')) return;
  await ready();
  document.body.append(button('测试人物', () => void showOwner(), 'phone-tab'));
}
