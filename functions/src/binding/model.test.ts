import * as fc from 'fast-check';
import { askUnbind, confirmUnbind, ownBinding, twoChannels } from '../testing/bindings';
import { bindingFlaws } from '../testing/binding-flaws';
import { hospitalToken } from '../testing/hospital';
import type { Answer } from '../testing/desk';
import type { Failing } from '../testing/faulty-table';
import { type Faults, scheduledTable } from '../testing/scheduled-table';
import { activated, PIN, scan, shownBy, signedIn, WEAPP_STEPS } from '../testing/story';
import { rowsOf } from '../testing/trail-flaws';

const CHANNELS = ['weapp', 'alipay'] as const;
type Channel = (typeof CHANNELS)[number];

/**
 * A person in two channels, each confirmed and with a phone change ready, and a third account about to be bound. The terminal has its token:
 * making one takes real time, in which everybody else would be done.
 */
async function everyoneReady() {
  const { table, by } = scheduledTable();
  const story = await twoChannels(table);
  const { desk } = story;
  const third = await signedIn(desk, { who: 'ada-second', device: 'e'.repeat(32) });
  await activated(desk, third, { until: 'pin' });
  await desk.post('/phone/new', { phone: '13900008888' }, { token: story.weapp });
  await desk.post('/phone/new/code', { code: '246810' }, { token: story.weapp });
  await desk.post('/session/step-up', { action: 'change-phone', pin: PIN }, { token: story.weapp });
  const own = { weapp: await ownBinding(desk, story.weapp), alipay: await ownBinding(desk, story.alipay) };
  for (const channel of CHANNELS) await confirmUnbind(desk, story[channel]);
  await hospitalToken(desk);
  return { ...story, own, third, by };
}

type World = Awaited<ReturnType<typeof everyoneReady>>;

/** What is known from the answers alone: which bindings were confirmed to be ended, and under which numbers. */
class Model {
  /** `isSound`: the database fails nobody. */
  constructor(readonly isSound: boolean) {}

  readonly ended = new Set<Channel>();
  readonly scanned = new Set<unknown>();
  readonly receipts = new Set<string>();

  told(asked: Channel | 'all', { status, body }: Answer): void {
    if (status !== 200) return;
    this.receipts.add(String(body['receipt']));
    for (const channel of asked === 'all' ? CHANNELS : [asked]) this.ended.add(channel);
  }
}

type Act = (world: World, model: Model) => Promise<unknown>;

/** A scan that begins after an unbinding was confirmed must not be accepted. */
const redeem = (channel: Channel, sequence: number): Act => async ({ desk, seeds }, model) => {
  const isOver = model.ended.has(channel);
  const { body } = await scan(desk, shownBy(seeds[channel], desk.clock.at, sequence));
  model.scanned.add(body.code);
  if (isOver) expect(model.isSound ? body.code : body.code === 0).toBe(model.isSound ? 500160 : false);
};

const unbind = (by: Channel, what: Channel | 'all'): Act => async (world, model) =>
  model.told(what, await askUnbind(world.desk, world[by], what === 'all' ? 'all' : world.own[what]));

/** Signs in anew and asks the same again, as an app does that lost the answer. */
const retry = (channel: Channel): Act => async ({ desk, own }, model) => {
  const wasEnded = model.ended.has(channel);
  const answer = await askUnbind(desk, await signedIn(desk, { channel }), own[channel]);
  if (wasEnded && (model.isSound || answer.status === 200)) expect([answer.status, model.receipts.has(String(answer.body['receipt']))]).toEqual([200, true]);
  model.told(channel, answer);
};

/** Takes every step of an activation again, whatever becomes of the others meanwhile; only who is unbound gets through. */
const activateAgain: Act = async ({ desk }) => {
  const token = await signedIn(desk);
  for (const step of Object.values(WEAPP_STEPS)) await step(desk, token);
};

const ask = (who: Channel | 'third', path: string, body: object): Act => ({ desk, ...world }) => desk.post(path, body, { token: world[who] });

const ACTS: Readonly<Record<string, Act>> = {
  'scan weapp': redeem('weapp', 0),
  'scan weapp again': redeem('weapp', 1),
  'scan alipay': redeem('alipay', 0),
  'unbind weapp': unbind('weapp', 'weapp'),
  'unbind alipay': unbind('alipay', 'alipay'),
  'unbind all from weapp': unbind('weapp', 'all'),
  'unbind all from alipay': unbind('alipay', 'all'),
  'retry weapp': retry('weapp'),
  'new seed weapp': ask('weapp', '/voucher/seed', {}),
  'new seed alipay': ask('alipay', '/voucher/seed', {}),
  'unlock alipay': ask('alipay', '/voucher/unlock', { pin: PIN }),
  'wrong PIN weapp': ask('weapp', '/voucher/unlock', { pin: '746281' }),
  'change phone weapp': ask('weapp', '/phone', {}),
  'sign others out': ask('alipay', '/session/end', {}),
  'activate weapp again': activateAgain,
  'bind third': ask('third', '/activation/pin', { pin: PIN }),
};

const NAMES = Object.keys(ACTS);
const UNBINDINGS = NAMES.filter((name) => name.startsWith('unbind'));

const receiptsIn = (world: World) => rowsOf(world.desk).flatMap(({ event, after }) => ((event as { type?: string } | undefined)?.type === 'binding.closed' ? [(after as { receipt: string }).receipt] : []));

/** Whoever finds the own binding gone asks again, without a confirmation, and gets the number under which the trail tells of it. */
async function checkAskingAgain({ desk, own }: World, told: readonly string[]): Promise<void> {
  for (const channel of CHANNELS) {
    const token = await signedIn(desk, { channel });
    const { bindings } = (await desk.get('/bindings', { token })).body as { bindings: { id: string }[] };
    if (bindings.some(({ id }) => id === own[channel])) continue;
    const { status, body } = await askUnbind(desk, token, own[channel]);
    expect([status, told.includes(String(body['receipt']))]).toEqual([200, true]);
  }
}

/** An act and how many turns of the scheduler it lets pass first, so that a short one may come in the middle of a long one. */
interface Timed {
  readonly name: string;
  readonly late: number;
}

const timed = (names: readonly string[]) => fc.record({ name: fc.constantFrom(...names), late: fc.nat({ max: 40 }) });

async function run(s: fc.Scheduler, acts: readonly Timed[], faults: Faults = new Map()): Promise<Model> {
  const world = await everyoneReady();
  const model = new Model(faults.size === 0);
  world.by(s, faults);
  const all = acts.map(async ({ name, late }) => {
    for (let turn = 0; turn <= late; turn += 1) await s.schedule(Promise.resolve(), name);
    await ACTS[name]!(world, model);
  });
  await s.waitFor(Promise.all(all));
  world.by(undefined);
  const { desk, seeds } = world;
  await desk.follow();
  expect(bindingFlaws(desk).filter((flaw) => model.isSound || !flaw.startsWith('defect'))).toEqual([]);
  for (const channel of model.ended) expect((await scan(desk, shownBy(seeds[channel], desk.clock.at, 3))).body.code).toBe(500160);
  const told = receiptsIn(world);
  expect(new Set(told)).toEqual(new Set([...told, ...model.receipts]));
  expect(told).toHaveLength(new Set(told).size);
  await checkAskingAgain(world, told);
  return model;
}

/** Some acts, of which one is an unbinding, in an order that the scheduler chooses. */
const muddle = fc.record({ s: fc.scheduler(), acts: fc.array(timed(NAMES), { minLength: 2, maxLength: 6 }), unbinding: timed(UNBINDINGS) });

test('in any order of scans, seeds, PINs, a phone change, activations and unbindings: no code is accepted after its unbinding was confirmed, and nothing is half gone', async () => {
  await fc.assert(fc.asyncProperty(muddle, async ({ s, acts, unbinding }) => {
    await run(s, [...acts, unbinding]);
  }), { numRuns: 60 });
}, 120_000);

const FAILINGS: readonly Failing[] = ['before it is done', 'after it is done'];
const fault = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.constantFrom(...FAILINGS));

test('the same with a database that fails now and then, also with the answer lost: what was done is found again under its number', async () => {
  const faults = fc.array(fault, { minLength: 1, maxLength: 4 }).map((pairs): Faults => new Map(pairs));
  await fc.assert(fc.asyncProperty(muddle, faults, async ({ s, acts, unbinding }, failing) => {
    await run(s, [...acts, unbinding], failing);
  }), { numRuns: 50 });
}, 120_000);

/** The races that are feared most, by themselves, so that few runs find what is wrong with one of them. */
const PAIRS = [
  { one: 'scan weapp', other: 'unbind weapp' },
  { one: 'new seed weapp', other: 'unbind weapp' },
  { one: 'unbind alipay', other: 'unbind weapp' },
  { one: 'change phone weapp', other: 'unbind weapp' },
  { one: 'bind third', other: 'unbind all from weapp', runs: 120 },
  { one: 'activate weapp again', other: 'unbind all from alipay' },
];

test.each(PAIRS)('$one ∥ $other comes out right in every order that is tried', async ({ one, other, runs = 40 }) => {
  const scanned = new Set<unknown>();
  const race = fc.asyncProperty(fc.scheduler(), timed([one]), timed([other]), async (s, first, second) => (await run(s, [first, second])).scanned.forEach((code) => scanned.add(code)));
  await fc.assert(race, { numRuns: runs });
  expect([...scanned].sort()).toEqual(one.startsWith('scan') ? [0, 500160] : []);
}, 120_000);
