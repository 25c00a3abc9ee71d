import { type Citizen } from '../citizen/citizen';
import { type Platform } from '../host/platform';
import { type Place, readsRefusal, triesInVain } from './faults-citizen';
import { type Call } from './faults-order';
import { HALF_A_MINUTE, leadingTo, rehearse, type Script } from './faults-script';
import { PIN, STORY, stageForStories } from './stage';

/** Longer than the service waits, in milliseconds. */
const LATE = 9000;

const stage = stageForStories();
const { orders } = stage;
const scripts = new Map<Platform, Script>();
beforeAll(async () => {
  for (const target of ['weapp', 'alipay'] as const) scripts.set(target, await rehearse(orders, () => opens(target)));
  await stage.afterStory();
}, STORY);

const opens = async (target: Platform): Promise<Citizen> => stage.phone({ target, person: await stage.person('ok') });

interface Waiting extends Call {
  readonly target: Platform;
  readonly place: Place;
  readonly calls: readonly Call[];
}

/** Of each place the call of this rank: what waits at the same time does not wait for the same call of another's place. */
const ofRank = (rank: number): Waiting[] =>
  [...scripts].flatMap(([target, script]) => [...script].flatMap(([place, calls]) => (calls[rank] ? [{ ...calls[rank], target, place, calls }] : [])));

/** The citizen stands where the call is about to be made; who is to sign in has not opened the app yet. */
async function goesTo({ target, place }: Waiting): Promise<Citizen | undefined> {
  if (place === 'launch') return undefined;
  const citizen = await opens(target);
  await citizen.activate({ pin: PIN, until: place });
  return citizen;
}

async function waitsInVain({ target, place }: Waiting, citizen: Citizen | undefined): Promise<Citizen> {
  if (citizen !== undefined && place !== 'launch') {
    expect([place, await triesInVain(citizen, place)]).toEqual([place, 'UPSTREAM_BUSY']);
    return citizen;
  }
  const opened = await opens(target);
  expect([place, await readsRefusal(opened)]).toEqual(['launch', 'UPSTREAM_BUSY']);
  await opened.hands.tap('refusal-retry');
  await opened.openWizard();
  return opened;
}

async function comesToTheEnd(citizen: Citizen): Promise<void> {
  for (let step = await citizen.standsAt(); step !== 'done'; ) {
    await citizen.take(step, { pin: PIN });
    step = await citizen.leave(step);
  }
}

async function waitTogether(waiting: readonly Waiting[]): Promise<void> {
  const standing = await Promise.all(waiting.map(goesTo));
  for (const { upstream, call, calls } of waiting) await orders.order(...leadingTo({ upstream, call }, calls), { upstream, call, kind: 'late', times: 1, ms: LATE });
  const citizens = await Promise.all(waiting.map((one, i) => waitsInVain(one, standing[i])));
  await orders.clear();
  await orders.order({ ...HALF_A_MINUTE, times: citizens.length });
  for (const citizen of citizens) await comesToTheEnd(citizen);
  await orders.clear();
}

test('an answer that comes after the patience has ended is told like none, at every call, and everybody comes to the end (QA-2)', async () => {
  expect(ofRank(0).length).toBeGreaterThan(4);
  for (let rank = 0; ofRank(rank).length > 0; rank += 1) await waitTogether(ofRank(rank));
}, 2 * STORY);
