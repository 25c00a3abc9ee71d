import * as fc from 'fast-check';
import { openBureau } from '../testing/bureau-desk';
import { bindingFlaws } from '../testing/binding-flaws';
import { askUnbind, confirmUnbind, twoChannels } from '../testing/bindings';
import type { Answer } from '../testing/desk';
import { hospitalToken } from '../testing/hospital';
import { ADA } from '../testing/outside-world';
import { scheduledTable } from '../testing/scheduled-table';
import { activated, scan, shownBy, signedIn } from '../testing/story';
import { rowsOf } from '../testing/trail-flaws';

const CASE = 'T-0001';
const OTHER = 'T-0002';

/** A person in two channels who is about to unbind, a third account about to be bound, and a case that waits for one of two approvers. */
async function caseWaits() {
  const { table, by } = scheduledTable();
  const story = await twoChannels(table);
  const { desk } = story;
  const staff = await openBureau(desk);
  const third = await signedIn(desk, { who: 'ada-second', device: 'e'.repeat(32) });
  await activated(desk, third, { until: 'pin' });
  await confirmUnbind(desk, story.weapp);
  await desk.post('/hotline/cases', { caseNumber: CASE, idNumber: ADA.idNumber, unbind: 'all', reason: 'lost-phone', checks: ['called-back', 'documents'] }, { token: staff.asker });
  await hospitalToken(desk);
  return { ...story, ...staff, third, by };
}

type World = Awaited<ReturnType<typeof caseWaits>>;

/** What is known from the answers alone. */
class Model {
  readonly decided = new Map<string, string>();

  told(who: string, { status, body }: Answer): void {
    if (status === 200) this.decided.set(who, String(body['state']));
  }
}

type Act = (world: World, model: Model) => Promise<unknown>;

const approve = (who: 'approver' | 'second', caseNumber = CASE): Act => async (world, model) =>
  model.told(`${who} ${caseNumber}`, await world.desk.post('/hotline/case/approve', { caseNumber }, { token: world[who] }));
/** As who lost the answer does: asks the same again. */
const approveTwice: Act = async (world, model) => {
  const ask = () => world.desk.post('/hotline/case/approve', { caseNumber: CASE }, { token: world.approver });
  const first = await ask();
  model.told(`approver ${CASE}`, first);
  const second = await ask();
  if (first.status === 200) expect(second).toEqual(first);
};
const reject = (who: 'approver' | 'second' | 'asker'): Act => async (world, model) =>
  model.told(`${who} ${CASE}`, await world.desk.post('/hotline/case/reject', { caseNumber: CASE, reason: 'withdrawn' }, { token: world[who] }));
const ask = (asked: object): Act => ({ desk, asker }) =>
  desk.post('/hotline/cases', { caseNumber: OTHER, idNumber: ADA.idNumber, unbind: 'all', reason: 'lost-phone', checks: ['called-back', 'documents'], ...asked }, { token: asker });

const ACTS: Readonly<Record<string, Act>> = {
  'approve': approve('approver'),
  'approve by another': approve('second'),
  'approve and ask again': approveTwice,
  'reject': reject('approver'),
  'reject by another': reject('second'),
  'withdraw': reject('asker'),
  'ask for more': ask({}),
  'ask for the same number again': ask({ caseNumber: CASE }),
  'approve more': approve('approver', OTHER),
  'look up': ({ desk, asker }) => desk.post('/hotline/lookup', { idNumber: ADA.idNumber, caseNumber: CASE, reason: 'lost-phone' }, { token: asker }),
  'holder unbinds all': ({ desk, weapp }) => askUnbind(desk, weapp, 'all'),
  'holder takes a seed': ({ desk, weapp }) => desk.post('/voucher/seed', {}, { token: weapp }),
  'holder scans': ({ desk, seeds }) => scan(desk, shownBy(seeds.weapp, desk.clock.at)),
  'bind third': ({ desk, third }) => desk.post('/activation/pin', { pin: '280915' }, { token: third }),
};

const closings = ({ desk }: World) => rowsOf(desk).filter(({ event }) => (event as { type?: string } | undefined)?.type === 'binding.closed');

/** An act and how many turns of the scheduler it lets pass first. */
interface Timed {
  readonly name: string;
  readonly late: number;
}

async function run(s: fc.Scheduler, acts: readonly Timed[]): Promise<void> {
  const world = await caseWaits();
  const model = new Model();
  world.by(s);
  const all = acts.map(async ({ name, late }) => {
    for (let turn = 0; turn <= late; turn += 1) await s.schedule(Promise.resolve(), name);
    await ACTS[name]!(world, model);
  });
  await s.waitFor(Promise.all(all));
  world.by(undefined);
  const { desk, seeds } = world;
  await desk.follow();
  expect(bindingFlaws(desk)).toEqual([]);
  const ofCase = [...model.decided].filter(([who]) => who.endsWith(CASE));
  expect(ofCase.length).toBeLessThanOrEqual(1);
  const byCase = closings(world).filter(({ reason }) => reason === `case ${CASE}`);
  expect(byCase).toHaveLength(ofCase.some(([, state]) => state === 'approved') ? 1 : 0);
  if (byCase.length === 1) for (const seed of Object.values(seeds)) expect((await scan(desk, shownBy(seed, desk.clock.at, 3))).body.code).toBe(500160);
  const kept = await desk.table.get({ pk: `HC#${CASE}`, sk: 'CASE' });
  expect(kept!['state']).toBe(ofCase[0]?.[1] ?? 'open');
}

const NAMES = Object.keys(ACTS);
const DECISIONS = ['approve', 'approve and ask again', 'approve by another', 'reject by another', 'withdraw'];

const late = fc.nat({ max: 40 });
const some = fc.uniqueArray(fc.record({ name: fc.constantFrom(...NAMES), late }), { minLength: 1, maxLength: 5, selector: ({ name }) => name });
const decision = fc.record({ name: fc.constantFrom(...DECISIONS), late });

test('in any order of approvals, rejections and what the holder does meanwhile, one decides, all is ended or nothing, and each answer is what became of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), some, decision, (s, acts, decided) => run(s, [...acts.filter(({ name }) => name !== decided.name), decided])),
    { numRuns: 80 },
  );
}, 120_000);

test.each([['approve', 'approve by another'], ['approve and ask again', 'reject by another'], ['approve', 'holder unbinds all'], ['reject', 'withdraw']])('%s ∥ %s comes out right in every order that is tried', async (one, other) => {
  await fc.assert(fc.asyncProperty(fc.scheduler(), late, late, (s, first, second) => run(s, [{ name: one, late: first }, { name: other, late: second }])), { numRuns: 40 });
}, 120_000);
