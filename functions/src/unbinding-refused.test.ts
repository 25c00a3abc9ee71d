import { askUnbind, bindingsOf, confirmUnbind, ownBinding, twoChannels, unbound } from './testing/bindings';
import { APPROVER, ASKER, type Colleague, journalOf, openBureau, SECOND_APPROVER } from './testing/bureau-desk';
import type { Answer } from './testing/desk';
import { ADA } from './testing/outside-world';
import { activated, scan, shownBy, signedIn, WEAPP_STEPS } from './testing/story';
import { trailFlaws } from './testing/trail-flaws';
import { stateOf } from './testing/untouched';

const CASE = 'T-0001';
const OTHER_PERSON = { name: '李四', idNumber: '999999198505150034' };

/** A person in two channels, another person, and the desk with a request that waits. */
async function city() {
  const story = await twoChannels();
  const { desk } = story;
  desk.world.state.person = { ...OTHER_PERSON, phone: '13900005081' };
  const eve = await signedIn(desk, { who: 'eve' });
  await activated(desk, eve, { steps: { ...WEAPP_STEPS, identity: (at, token) => at.post('/activation/identity', { ...OTHER_PERSON, code: 'c' }, { token }) } });
  const staff = await openBureau(desk);
  const own = { weapp: await ownBinding(desk, story.weapp), alipay: await ownBinding(desk, story.alipay) };
  return { ...story, ...staff, eve, own };
}

type City = Awaited<ReturnType<typeof city>>;

/** Something that was asked wrongly, and how the world was before it. */
interface Wrong {
  readonly attempt: () => Promise<Answer>;
  /** Whose trail or journal tells of it. */
  readonly told: (told: City) => Promise<readonly unknown[]>;
}

const ofTrail = (idNumber: string) => async ({ desk }: City) =>
  (await desk.trail.of((await desk.vouchers.ofPerson(idNumber))!)).map(({ event }) => (event.type === 'unbinding.refused' ? event.why : event.type));
const ofJournal = (who: Colleague) => async ({ desk }: City) => (await journalOf(desk, who)).map(([, outcome]) => outcome);

const request = ({ desk }: City, token: string, asked: object = {}) =>
  desk.post('/hotline/cases', { caseNumber: CASE, idNumber: ADA.idNumber, unbind: 'all', reason: 'lost-phone', checks: ['called-back', 'documents'], ...asked }, { token });
const approve = ({ desk }: City, token: string) => desk.post('/hotline/case/approve', { caseNumber: CASE }, { token });
const reject = ({ desk }: City, token: string) => desk.post('/hotline/case/reject', { caseNumber: CASE, reason: 'wrong-person' }, { token });

/** What the issue names, at the citizens' door and at the desk's. */
const WRONG: readonly (readonly [string, string, (told: City) => Promise<Wrong>])[] = [
  ['what is another person’s', 'BINDING_NOT_FOUND', async ({ desk, eve, own }) => (await confirmUnbind(desk, eve), { attempt: () => askUnbind(desk, eve, own.weapp), told: ofTrail(OTHER_PERSON.idNumber) })],
  [
    'what another channel of the same holder has ended already',
    'BINDING_ENDED',
    async ({ desk, weapp, alipay, own }) => {
      await unbound(desk, weapp);
      await confirmUnbind(desk, alipay);
      return { attempt: () => askUnbind(desk, alipay, own.weapp), told: ofTrail(ADA.idNumber) };
    },
  ],
  ['in the wrong channel', 'UNBIND_OTHER_CHANNEL', async ({ desk, weapp, own }) => (await confirmUnbind(desk, weapp), { attempt: () => askUnbind(desk, weapp, own.alipay), told: ofTrail(ADA.idNumber) })],
  [
    'by one operator alone, who may only ask',
    'ROLE_MISSING',
    async (told) => (await request(told, told.asker), { attempt: () => approve(told, told.asker), told: ofJournal(ASKER) }),
  ],
  ['one’s own request, by who may ask and approve', 'CASE_OWN_APPROVAL', async (told) => (await request(told, told.second), { attempt: () => approve(told, told.second), told: ofJournal(SECOND_APPROVER) })],
  [
    'a case that is closed already',
    'CASE_CLOSED',
    async (told) => {
      await request(told, told.asker);
      await reject(told, told.second);
      return { attempt: () => approve(told, told.approver), told: ofJournal(APPROVER) };
    },
  ],
  ['what the desk cannot find', 'NOTHING_TO_UNBIND', async (told) => ({ attempt: () => request(told, told.asker, { unbind: '0'.repeat(32) }), told: ofJournal(ASKER) })],
  [
    'a request whose operator has left since',
    'CASE_ASKER_LEFT',
    async (told) => {
      await request(told, told.asker);
      await told.desk.operators.end(ASKER.id);
      return { attempt: () => approve(told, told.approver), told: ofJournal(APPROVER) };
    },
  ],
];

test.each(WRONG)('unbinding %s is refused with %s, is audited, and changes nothing (UNB-1, UNB-2)', async (_what, code, prepare) => {
  const told = await city();
  const { attempt, told: audited } = await prepare(told);
  const [before, entries] = [stateOf(told.desk), (await audited(told)).length];
  expect((await attempt()).body.code).toBe(code);
  expect(stateOf(told.desk)).toEqual(before);
  expect((await audited(told)).slice(entries)).toEqual([code]);
  expect(trailFlaws(told.desk)).toEqual([]);
});

test('each of them has a refusal of its own', () => {
  expect(new Set(WRONG.map(([, code]) => code)).size).toBe(WRONG.length);
});

test('unbinding with a wrong PIN five times locks it, is audited, and ends nothing (UNB-1)', async () => {
  const told = await city();
  const { desk, weapp, seeds, own } = told;
  const withoutPin = () => stateOf(desk).filter((row) => (row as { sk: string }).sk !== 'PIN');
  const before = withoutPin();
  const wrong = () => desk.post('/session/step-up', { action: 'unbind', pin: '746281' }, { token: weapp });
  const answers = [];
  for (let i = 0; i < 6; i += 1) answers.push((await wrong()).body.code);
  expect(answers).toEqual(['PIN_WRONG', 'PIN_WRONG', 'PIN_WRONG', 'PIN_WRONG', 'PIN_LOCKED', 'PIN_LOCKED']);
  expect((await confirmUnbind(desk, weapp)).body.code).toBe('PIN_LOCKED');
  expect((await askUnbind(desk, weapp, own.weapp)).body.code).toBe('STEP_UP_REQUIRED');
  expect(withoutPin()).toEqual(before);
  expect((await ofTrail(ADA.idNumber)(told)).at(-1)).toBe('pin.locked');
  expect((await scan(desk, shownBy(seeds.weapp, desk.clock.at))).body.code).toBe(0);
});

test('whoever asks for nothing that is theirs learns nothing of others: not there and another’s are one answer', async () => {
  const { desk, eve, own } = await city();
  await confirmUnbind(desk, eve);
  const answers = await Promise.all([own.weapp, '0'.repeat(32)].map(async (binding) => (await askUnbind(desk, eve, binding)).body));
  const [theirs, nobodys] = answers.map(({ requestId: _requestId, ...answer }) => answer);
  expect(theirs).toEqual(nobodys);
  expect((await bindingsOf(desk, eve)).map(({ current }) => current)).toEqual([true]);
});
