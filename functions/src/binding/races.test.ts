import { askUnbind, confirmUnbind, ownBinding, twoChannels } from '../testing/bindings';
import { bindingFlaws } from '../testing/binding-flaws';
import type { Answer } from '../testing/desk';
import { type Failing, faultyTable } from '../testing/faulty-table';
import { interleavingTable } from '../testing/interleaving-table';
import { activated, PIN, scan, shownBy, signedIn } from '../testing/story';
import { rowsOf } from '../testing/trail-flaws';

/** More uses of the table than any of these requests has. */
const USES = Array.from({ length: 60 }, (_, i) => i + 1);

async function confirmed(table: Parameters<typeof twoChannels>[0]) {
  const story = await twoChannels(table);
  const own = await ownBinding(story.desk, story.weapp);
  await confirmUnbind(story.desk, story.weapp);
  return { ...story, own };
}

type Story = Awaited<ReturnType<typeof confirmed>>;

const closings = ({ desk }: Story) => rowsOf(desk).filter(({ event }) => (event as { type?: string } | undefined)?.type === 'binding.closed').length;
const scanned = ({ desk, seeds }: Story, sequence = 0) => scan(desk, shownBy(seeds.weapp, desk.clock.at, sequence));

/** Lets something happen before each use of the table by a request, as long as there are uses. */
async function atEveryUse(request: (story: Story) => Promise<Answer>, meanwhile: (story: Story) => Promise<Answer>, check: (ends: { story: Story; first: Answer; second: Answer }) => Promise<void>): Promise<number> {
  for (const nth of USES) {
    const table = interleavingTable();
    const story = await confirmed(table);
    let second: Answer | undefined;
    const happened = table.at(nth, async () => void (second = await meanwhile(story)));
    const first = await request(story);
    if (!happened()) return nth - 1;
    await story.desk.follow();
    await check({ story, first, second: second! });
    expect({ nth, flaws: bindingFlaws(story.desk) }).toEqual({ nth, flaws: [] });
  }
  throw new Error('there are more uses than were tried');
}

const unbindOwn = (story: Story) => askUnbind(story.desk, story.weapp, story.own);
const unbindAll = (story: Story) => askUnbind(story.desk, story.weapp, 'all');
const noCode = async (story: Story) => expect((await scanned(story, 1)).body.code).toBe(500160);

describe('unbind ∥ redeem', () => {
  test('an unbinding in the middle of a scan: the code is accepted before it or not at all', async () => {
    const seen = new Set<unknown>();
    const uses = await atEveryUse(scanned, unbindOwn, async ({ story, first, second }) => {
      expect(second.status).toBe(200);
      seen.add(first.body.code);
      await noCode(story);
    });
    expect([uses > 3, [...seen]]).toEqual([true, [500160]]);
  });

  test('a scan in the middle of an unbinding: whatever the scan is told, the unbinding is done', async () => {
    const seen = new Set<unknown>();
    await atEveryUse(unbindOwn, (story) => scanned(story), async ({ story, first, second }) => {
      expect(first.status).toBe(200);
      seen.add(second.body.code);
      await noCode(story);
    });
    expect([...seen]).toEqual([0]);
  });
});

describe('unbind ∥ refresh', () => {
  const refresh = ({ desk, weapp, seeds }: Story) => desk.post('/voucher/seed', { handle: seeds.weapp.handle }, { token: weapp });
  const renew = ({ desk, weapp }: Story) => desk.post('/voucher/seed', {}, { token: weapp });

  test.each([['prolonged', refresh], ['replaced', renew]] as const)('an unbinding while the seed is being %s leaves none', async (_what, ask) => {
    await atEveryUse(ask, unbindOwn, async ({ story, first, second }) => {
      expect(second.status).toBe(200);
      expect([200, 401, 404]).toContain(first.status);
      await noCode(story);
    });
  });

  test.each([['prolonged', refresh], ['replaced', renew]] as const)('a seed that is %s while the binding ends ends with it', async (_what, ask) => {
    await atEveryUse(unbindOwn, ask, async ({ story, first, second }) => {
      expect(first.status).toBe(200);
      await noCode(story);
      const held = second.body as unknown as Story['seeds']['weapp'];
      if (second.status === 200 && held.seed) expect((await scan(story.desk, shownBy(held, story.desk.clock.at))).body.code).toBe(500160);
    });
  });
});

describe('unbind ∥ unbind', () => {
  test('of the same binding twice is one unbinding with one number', async () => {
    await atEveryUse(unbindOwn, unbindOwn, async ({ story, first, second }) => {
      expect(second.status).toBe(200);
      const again = first.status === 401 ? await askUnbind(story.desk, await signedIn(story.desk), story.own) : first;
      expect(again.body).toEqual(second.body);
      expect(closings(story)).toBe(1);
    });
  });

  test('of one and of all ends all, each with a number of its own or both with one', async () => {
    await atEveryUse(unbindOwn, unbindAll, async ({ story, second }) => {
      expect(second).toMatchObject({ status: 200, body: { left: 0 } });
      expect(closings(story)).toBe(1);
    });
    await atEveryUse(unbindAll, unbindOwn, async ({ story, second }) => {
      expect(second).toMatchObject({ status: 200, body: { left: 1 } });
      expect(closings(story)).toBe(1);
    });
  });

  test('of two channels at once ends both, and the PIN with the second', async () => {
    const other = async ({ desk, alipay }: Story) => {
      const binding = await ownBinding(desk, alipay);
      await confirmUnbind(desk, alipay);
      return askUnbind(desk, alipay, binding);
    };
    await atEveryUse(unbindOwn, other, async ({ story, first, second }) => {
      expect([first.status, second.status]).toEqual([200, 200]);
      expect([first.body['left'], second.body['left']].sort()).toEqual([0, 1]);
      expect(closings(story)).toBe(2);
    });
  });
});

describe('re-activate ∥ unbind', () => {
  const reactivating = async (story: Story) => {
    const token = await signedIn(story.desk, { who: 'ada-second', device: 'e'.repeat(32) });
    await activated(story.desk, token, { until: 'pin' });
    return token;
  };

  test.each([['all, while another account is being bound', unbindAll], ['one, while another account is being bound', unbindOwn]] as const)('of %s: a voucher with a binding has a PIN', async (_what, end) => {
    for (const nth of USES) {
      const table = interleavingTable();
      const story = await confirmed(table);
      const token = await reactivating(story);
      let ended: Answer | undefined;
      const happened = table.at(nth, async () => void (ended = await end(story)));
      const bound = await story.desk.post('/activation/pin', { pin: PIN }, { token });
      if (!happened()) return;
      expect([nth, ended?.status, bound.status]).toEqual([nth, 200, 200]);
      const isEndedToo = (ended!.body['closed'] as string[]).length === 3;
      expect([nth, (await story.desk.post('/voucher/unlock', { pin: PIN }, { token })).status]).toEqual([nth, isEndedToo ? 401 : 200]);
      await noCode(story);
      expect({ nth, flaws: bindingFlaws(story.desk) }).toEqual({ nth, flaws: [] });
    }
  });

  test('another account that is bound while all is unbound is ended with the others', async () => {
    const left = new Set<unknown>();
    for (const nth of USES) {
      const table = interleavingTable();
      const story = await confirmed(table);
      const token = await reactivating(story);
      const happened = table.at(nth, async () => expect((await story.desk.post('/activation/pin', { pin: PIN }, { token })).status).toBe(200));
      const { status, body } = await unbindAll(story);
      if (!happened()) break;
      expect([nth, status]).toEqual([nth, 200]);
      left.add((body['closed'] as string[]).length);
      expect({ nth, flaws: bindingFlaws(story.desk) }).toEqual({ nth, flaws: [] });
    }
    expect([...left]).toEqual([3]);
  });
});

describe.each<Failing>(['before it is done', 'after it is done'])('when a use of the table fails %s', (failing) => {
  test.each([['one', unbindOwn, (story: Story) => story.own], ['all', unbindAll, () => 'all']] as const)('asking to unbind %s again ends it once, with one number, wherever it failed', async (_what, ask, nameIn) => {
    for (const nth of USES) {
      const faulty = faultyTable();
      const story = await confirmed(faulty.table);
      faulty.fail(nth, failing);
      let answer = await ask(story);
      if (!faulty.happened()) return;
      for (let i = 0; i < 4 && answer.status !== 200; i += 1) {
        const token = answer.status === 401 ? await signedIn(story.desk) : story.weapp;
        answer = await askUnbind(story.desk, token, nameIn(story));
      }
      expect([nth, answer.status, closings(story)]).toEqual([nth, 200, 1]);
      expect((await askUnbind(story.desk, await signedIn(story.desk), nameIn(story))).body).toEqual(answer.body);
      await noCode(story);
      expect({ nth, flaws: bindingFlaws(story.desk).filter((flaw) => !flaw.startsWith('defect')) }).toEqual({ nth, flaws: [] });
    }
  });
});
