import { randomBytes } from 'node:crypto';
import { type FaultKind } from '@yibao/simulator/src/faults/kinds';
import { type Citizen } from '../citizen/citizen';
import { type Person } from '../citizen/person';
import { readsNothingRaw } from './faults-citizen';
import { faultAt, feltAt } from './faults-in-turn';
import { type Call } from './faults-order';
import { NoticesInbox } from './notices-inbox';
import { stepsOn } from './notices-steps';
import { STORY, stageForStories } from './stage';

const stage = stageForStories();
const { orders } = stage;
const inbox = new NoticesInbox(stage);
const steps = stepsOn(stage);

const WAYS = {
  weapp: { upstream: 'weapp', call: 'send' },
  alipay: { upstream: 'alipay', call: 'alipay.open.app.mini.templatemessage.send' },
  sms: { upstream: 'sms', call: 'SendSms' },
} as const satisfies Record<string, Call>;
type Way = keyof typeof WAYS;

/** Four that come again one after the other, on a busy computer, in milliseconds. */
const LONGEST = 60_000;
const someNumber = () => `H37010200001${randomBytes(8).toString('hex')}`;

/** A bill of its own: what was paid in cash tells it from the others of the same second. */
async function bill(person: Person, cash: number): Promise<Readonly<Record<string, unknown>>> {
  const amounts = { total: `${100 + cash}.50`, own: `${cash}.00` };
  const answer = await fetch(`${stage.stack.outside}/settlements`, { method: 'POST', body: JSON.stringify({ person: person.id, outBizNo: someNumber(), ...amounts }) });
  return ((await answer.json()) as { message: Readonly<Record<string, unknown>> }).message;
}

/** The platform tells it, and tells it again. */
async function tells(message: Readonly<Record<string, unknown>>): Promise<void> {
  for (let i = 0; i < 3; i += 1) {
    const answer = await fetch(`${stage.stack.api}/notice/settlement`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(message) });
    expect(answer.status).toBe(200);
  }
}

/** Until the call was made so often, and everything that it brought has come. */
async function untilCalled({ call }: Call, times: number): Promise<void> {
  for (const end = Date.now() + LONGEST; (await orders.times(call)) < times; ) {
    if (Date.now() > end) throw new Error(`${call} was not made ${times} times`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Sent twice, a notice by text message is two of them and no refusal. */
const FELT: Readonly<Record<Way, readonly FaultKind[]>> = { weapp: feltAt(WAYS.weapp), alipay: feltAt(WAYS.alipay), sms: feltAt(WAYS.sms).filter((kind) => kind !== 'duplicate') };

/** Alipay's activation proves a number, to which text messages go. */
const opened = async (way: Way): Promise<Citizen> => {
  const person = await stage.person('ok');
  if (way === 'sms') await orders.turn(person.id, { subscribes: false });
  return way === 'sms' ? steps.activates('alipay', person, 'notice-refused') : steps.activates(way, person);
};

/** As many bills at once as kinds: each spoils one telling, and what follows is undisturbed. */
async function hearsInSpiteOf(way: Way, kinds: readonly FaultKind[]): Promise<void> {
  const [citizen, call] = [await opened(way), WAYS[way]];
  const [before, made] = [await inbox.of(citizen.person), await orders.times(call.call)];
  await orders.order(...kinds.map((kind) => faultAt(call, kind)));
  const amounts = kinds.map((_kind, i) => i + 1);
  for (const cash of amounts) await tells(await bill(citizen.person, cash));
  await untilCalled(call, made + 2 * kinds.length);
  const letters = (await inbox.until(citizen.person, before.length + kinds.length)).slice(0, -before.length || undefined);
  for (const cash of amounts) {
    const come = letters.filter((letter) => letter.includes(`${100 + cash}.50元`));
    expect([way, cash, come.length > 0, come.every((letter) => letter.startsWith(way))]).toEqual([way, cash, true, true]);
  }
  // one that went out while its answer was lost comes once more, nothing else does
  expect(letters.length).toBeLessThanOrEqual(2 * kinds.length);
  await citizen.restart();
  await citizen.hands.waitForAny(['show-code']);
  await readsNothingRaw(citizen);
}

/** Four ends in a row do not close the way yet. */
test.each([[0, 4], [4, 8]])('结算通知发送时对方出故障（第%i到%i种）：每种过一会儿都收到，页面照常用 (CODE-8, QA-2)', async (from, to) => {
  await Promise.all((['weapp', 'alipay'] as const).map((way) => hearsInSpiteOf(way, FELT[way].slice(from, to))));
  // who gets text messages is first asked for at Alipay
  await hearsInSpiteOf('sms', FELT.sms.slice(from, to));
}, 2 * STORY);

/** What could come to the door of the notices instead of a genuine message. */
const SPOILT: readonly (readonly [string, (message: Readonly<Record<string, unknown>>) => string])[] = [
  ['nothing', () => ''],
  ['a page', () => '<!doctype html><title>502 Bad Gateway</title>'],
  ['half of a message', (message) => JSON.stringify(message).slice(0, 200)],
  ['a list', (message) => JSON.stringify([message])],
  ['a number where the content belongs', (message) => JSON.stringify({ ...message, encData: 7 })],
  ['an object where the signature belongs', (message) => JSON.stringify({ ...message, signData: {} })],
  ['no signature', ({ signData: _signData, ...rest }) => JSON.stringify(rest)],
  ['another signature', (message) => JSON.stringify({ ...message, signData: Buffer.from(randomBytes(70)).toString('base64') })],
  ['another content', (message) => JSON.stringify({ ...message, encData: randomBytes(64).toString('hex').toUpperCase() })],
  ['another time', (message) => JSON.stringify({ ...message, timestamp: '20200101000000' })],
  ['another account', (message) => JSON.stringify({ ...message, appId: 'B'.repeat(32) })],
  ['a megabyte more', (message) => JSON.stringify({ ...message, more: 'x'.repeat(1024 * 1024) })],
];

/** In the dialect of the national envelope, or the gateway's own. */
const isRefused = (told: string) => {
  const { success, code, message } = JSON.parse(told) as Readonly<Record<string, unknown>>;
  return success === false ? typeof code === 'number' && message !== '' : code !== undefined;
};

test('结算通知进来的报文不对（缺、假、旧、太长），一条也不信，也不告诉参保人；对的来三次只说一次 (CODE-8, QA-2)', async () => {
  const citizen = await steps.activates('weapp', await stage.person('ok'));
  const { api } = stage.stack;
  const message = await bill(citizen.person, 1);
  for (const [what, spoil] of SPOILT) {
    const answer = await fetch(`${api}/notice/settlement`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: spoil(message) });
    const told = await answer.text();
    expect([what, answer.status < 500 && isRefused(told), told.includes(citizen.person.idNumber)]).toEqual([what, true, false]);
  }
  const before = await inbox.of(citizen.person);
  const made = await orders.times('send');
  await tells(message);
  await inbox.until(citizen.person, before.length + 1);
  await tells(await bill(citizen.person, 2));
  await inbox.until(citizen.person, before.length + 2);
  expect(await orders.times('send')).toBe(made + 2);
}, STORY);
