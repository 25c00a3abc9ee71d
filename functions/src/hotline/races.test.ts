import { bindingFlaws } from '../testing/binding-flaws';
import { twoChannels } from '../testing/bindings';
import { openBureau } from '../testing/bureau-desk';
import type { Answer, Desk } from '../testing/desk';
import { type Failing, faultyTable } from '../testing/faulty-table';
import { interleavingTable } from '../testing/interleaving-table';
import { ADA } from '../testing/outside-world';
import { scan, shownBy } from '../testing/story';
import { rowsOf } from '../testing/trail-flaws';

const CASE = 'T-0001';
const USES = Array.from({ length: 80 }, (_, i) => i + 1);

async function staffed(table: Parameters<typeof twoChannels>[0]) {
  const story = await twoChannels(table);
  return { ...story, ...(await openBureau(story.desk)) };
}

type Bureau = Awaited<ReturnType<typeof staffed>>;
type Act = (bureau: Bureau) => Promise<Answer>;

const request: Act = ({ desk, asker }) =>
  desk.post('/hotline/cases', { caseNumber: CASE, idNumber: ADA.idNumber, unbind: 'all', reason: 'lost-phone', checks: ['called-back', 'documents'] }, { token: asker });
const approveBy = (who: 'approver' | 'second'): Act => ({ desk, ...staff }) => desk.post('/hotline/case/approve', { caseNumber: CASE }, { token: staff[who] });
const rejectBy = (who: 'approver' | 'second' | 'asker'): Act => ({ desk, ...staff }) => desk.post('/hotline/case/reject', { caseNumber: CASE, reason: 'withdrawn' }, { token: staff[who] });

const kept = async (desk: Desk) => (await desk.table.get({ pk: `HC#${CASE}`, sk: 'CASE' }))?.['state'];
const closings = (desk: Desk) => rowsOf(desk).filter(({ event }) => (event as { type?: string } | undefined)?.type === 'binding.closed').length;

/** All codes are dead after an approval, and all alive without one. */
async function expectWhole({ desk, seeds }: Bureau, isApproved: boolean): Promise<void> {
  expect(closings(desk)).toBe(isApproved ? 1 : 0);
  const codes = await Promise.all(Object.values(seeds).map(async (seed) => (await scan(desk, shownBy(seed, desk.clock.at))).body.code));
  expect(codes).toEqual(isApproved ? [500160, 500160] : [0, 0]);
  await desk.follow();
}

describe('two operators at once', () => {
  test.each([
    { name: 'approve ∥ approve', first: approveBy('approver'), second: approveBy('second') },
    { name: 'approve ∥ reject', first: approveBy('approver'), second: rejectBy('second') },
    { name: 'reject ∥ approve', first: rejectBy('second'), second: approveBy('approver') },
    { name: 'withdraw ∥ approve', first: rejectBy('asker'), second: approveBy('approver') },
  ])('$name, before any use of the table: one decides, the other is told that it is decided (UNB-2)', async ({ first, second }) => {
    for (const nth of USES) {
      const table = interleavingTable();
      const bureau = await staffed(table);
      await request(bureau);
      let other: Answer | undefined;
      const happened = table.at(nth, async () => void (other = await second(bureau)));
      const own = await first(bureau);
      if (!happened()) return;
      const decided = [own, other!].filter(({ status }) => status === 200);
      expect([nth, decided.length]).toEqual([nth, 1]);
      expect([own, other!].find(({ status }) => status !== 200)?.body.code).toBe('CASE_CLOSED');
      expect(await kept(bureau.desk)).toBe(decided[0]!.body['state']);
      await expectWhole(bureau, decided[0]!.body['state'] === 'approved');
      expect({ nth, flaws: bindingFlaws(bureau.desk) }).toEqual({ nth, flaws: [] });
    }
    throw new Error('there are more uses than were tried');
  });
});

describe.each<Failing>(['before it is done', 'after it is done'])('when a use of the table fails %s', (failing) => {
  test.each([
    { what: 'a request', before: () => Promise.resolve(), act: request, state: 'open' },
    { what: 'an approval', before: request, act: approveBy('approver'), state: 'approved' },
    { what: 'a rejection', before: request, act: rejectBy('second'), state: 'rejected' },
  ])('asking again for $what makes it once, wherever it failed (UNB-2)', async ({ before, act, state }) => {
    for (const nth of USES) {
      const faulty = faultyTable();
      const bureau = await staffed(faulty.table);
      await before(bureau);
      faulty.fail(nth, failing);
      const first = await act(bureau);
      if (!faulty.happened()) return;
      const again = first.status === 200 ? first : await act(bureau);
      expect([nth, again.status, again.body['state']]).toEqual([nth, 200, state]);
      expect((await act(bureau)).body).toEqual(again.body);
      expect(await kept(bureau.desk)).toBe(state);
      await expectWhole(bureau, state === 'approved');
      expect({ nth, flaws: bindingFlaws(bureau.desk).filter((flaw) => !flaw.startsWith('defect')) }).toEqual({ nth, flaws: [] });
    }
    throw new Error('there are more uses than were tried');
  });
});
