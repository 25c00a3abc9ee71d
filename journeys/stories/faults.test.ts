import { FAULT_KINDS, type Fault, type FaultKind } from '@yibao/simulator/src/faults/kinds';
import { expectedRefusal } from '@yibao/simulator/src/testing/expected-refusals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Citizen } from '../citizen/citizen';
import { type Person } from '../citizen/person';
import { type Platform } from '../host/platform';
import { type Place, readsRefusal, triesInVain } from './faults-citizen';
import { type Call } from './faults-order';
import { HALF_A_MINUTE, leadingTo, rehearse, type Script } from './faults-script';
import { PIN, STORY, stageForStories } from './stage';

const PLATFORMS = ['weapp', 'alipay'] as const;

const stage = stageForStories();
const { orders } = stage;
const everybody: Person[] = [];

const opens = async (target: Platform): Promise<Citizen> => {
  const person = await stage.person('ok');
  everybody.push(person);
  return stage.phone({ target, person });
};

/** Late answers have a story of their own, where they are waited for together. */
const KINDS = FAULT_KINDS.filter((kind) => kind !== 'late');

/** More than the service asks again. */
const TIMES = 3;
const MS: Readonly<Partial<Record<FaultKind, number>>> = { delay: 300, 'clock-offset': 360_000 };

/** A token that ends again and again would not be one that has ended. */
const timesOf = (kind: FaultKind) => (kind === 'expired-token' ? 1 : TIMES);

const faultOf = ({ upstream, call }: Call, kind: FaultKind): Fault => ({ upstream, call, kind, times: timesOf(kind), ms: MS[kind] });

/** Alipay's code proves the name at the agreement, where another sentence fits than at signing in. */
const outcomeAt = (place: Place, call: Call, kind: FaultKind) => {
  if (kind === 'delay') return 'not refused';
  const outcome = expectedRefusal(call, kind);
  return outcome === 'PLATFORM_CODE_REJECTED' && place !== 'launch' ? 'ID_CODE_REJECTED' : outcome;
};

/** What the citizen does not feel does not move them to somebody else's answers either. */
const isHarmless = (kind: FaultKind) => kind !== 'swapped';

/** Meets the fault at each call of this place that lets the citizen feel it, then passes the place with the others. */
async function passes(citizen: Citizen, { place, calls, kind }: { place: Exclude<Place, 'launch'>; calls: readonly Call[]; kind: FaultKind }): Promise<void> {
  const felt = calls.filter((call) => outcomeAt(place, call, kind) !== 'not refused');
  for (const call of felt) {
    await orders.order(...leadingTo(call, calls), faultOf(call, kind));
    expect([call.call, await triesInVain(citizen, place)]).toEqual([call.call, outcomeAt(place, call, kind)]);
    await orders.clear();
  }
  const unfelt = calls.filter((call) => !felt.includes(call) && isHarmless(kind));
  const isLed = kind !== 'expired-token';
  await orders.order(...unfelt.flatMap((call) => [...(isLed ? leadingTo(call, calls) : []), faultOf(call, kind)]));
  if (felt.some(({ call }) => call === 'SendSms')) await orders.order(HALF_A_MINUTE);
  await citizen.take(place, { pin: PIN });
}

/** Opens the app in spite of the fault. */
async function opensUnder(kind: FaultKind, target: Platform, calls: readonly Call[]): Promise<Citizen> {
  const felt = calls.filter((call) => outcomeAt('launch', call, kind) !== 'not refused');
  if (felt.length > 0 || isHarmless(kind)) await orders.order(...calls.map((call) => faultOf(call, kind)));
  const citizen = await opens(target);
  if (felt.length > 0) {
    expect(await readsRefusal(citizen)).toBe(outcomeAt('launch', felt[0]!, kind));
    await orders.clear();
    await citizen.hands.tap('refusal-retry');
  }
  await orders.clear();
  return citizen;
}

describe.each(PLATFORMS)('%s', (target) => {
  let script: Script;
  beforeAll(async () => {
    script = await rehearse(orders, () => opens(target));
    await stage.afterStory();
  }, STORY);

  test('the rehearsal meets all sides that this platform needs', () => {
    const calls = [...script.values()].flat().map(({ call }) => call);
    const own = { weapp: ['jscode2session', 'stable_token', 'checkrealnameinfo', 'getverifyid', 'queryverifyinfo'], alipay: ['alipay.system.oauth.token', 'alipay.user.info.share', 'alipay.user.certify.open.initialize', 'alipay.user.certify.open.query', 'SendSms'] };
    expect(calls).toEqual(expect.arrayContaining([...own[target], '1101']));
  });

  test.each(KINDS)('%s at every call: the citizen reads why, tries again and comes to the end (QA-2, ACT-1)', async (kind) => {
    const citizen = await opensUnder(kind, target, script.get('launch') ?? []);
    await citizen.openWizard();
    for (let step = await citizen.standsAt(); step !== 'done'; ) {
      await passes(citizen, { place: step, calls: script.get(step) ?? [], kind });
      step = await citizen.leave(step);
      await orders.clear();
    }
    await citizen.showCode(PIN);
    expect(await citizen.readCode()).toMatch(/^424\d{25}$/);
  }, STORY);
});

test('a sign-in answered with somebody else’s openid leads into nobody’s voucher: the real-name check is refused, and a new sign-in is one’s own', async () => {
  await opens('weapp');
  await orders.order({ upstream: 'weapp', call: 'jscode2session', kind: 'swapped', times: 1 });
  const citizen = await opens('weapp');
  await citizen.activate({ pin: PIN, until: 'identity' });
  expect(await triesInVain(citizen, 'identity')).toBe('UPSTREAM_BUSY');
  await stage.afterStory();
  const again = await stage.phone({ target: 'weapp', person: citizen.person });
  await again.activate({ pin: PIN });
  await again.showCode(PIN);
  expect(await stage.scan(await again.readCode())).toMatchObject({ outcome: 'accepted', holder: { name: citizen.person.name } });
}, STORY);

test('nothing of all this is in the logs: no name, number or phone of anybody, no token or account, no words of the other sides', () => {
  const folder = join(stage.stack.dataDir, 'logs');
  const logs = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  expect(logs).toContain('UPSTREAM_BUSY');
  const personal = everybody.flatMap(({ name, idNumber, phone, openId }) => [name, idNumber, phone, openId.weapp, openId.alipay]);
  expect(everybody.length).toBeGreaterThan(2 * KINDS.length);
  expect(personal.filter((text) => logs.includes(text))).toEqual([]);
  expect(logs).not.toMatch(/系统维护中|Bad Gateway|验签|access_token|openid|session_key/i);
});
