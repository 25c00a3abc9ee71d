import { keysFrom } from '../crypto/keys';
import { phoneIndexWith } from '../crypto/digest';
import { sealerWith } from '../crypto/sealer';
import { interleavingTable } from '../testing/interleaving-table';
import { activated, openCity, PIN, signedIn } from '../testing/story';
import { trailFlaws } from '../testing/trail-flaws';
import { phonesIn } from './store';

const KEYS = keysFrom('a root key that is only for tests, 32+');
const OLD = '13900007777';
const NEW = '13900008888';

async function onTheWay() {
  const table = interleavingTable();
  const desk = await openCity({ table, keys: KEYS });
  const token = await signedIn(desk);
  await activated(desk, token);
  const post = (path: string, body: unknown = {}) => desk.post(path, body, { token });
  const prove = async (phone: string) => {
    await post('/phone/new', { phone });
    await post('/phone/new/code', { code: '246810' });
    for (const action of ['change-phone', 'unbind', 'close-account']) await post('/session/step-up', { action, pin: PIN });
  };
  await prove(OLD);
  await post('/phone');
  desk.wait(60_000);
  await prove(NEW);
  const phones = phonesIn(table, sealerWith(KEYS), phoneIndexWith(KEYS));
  return { table, desk, post, phones, usersOf: async (phone: string) => (await phones.lockOf(phone)).users };
}

/** More uses of the table than a change has. */
const USES = Array.from({ length: 40 }, (_, i) => i + 1);

const ENDS = [
  ['unbinding', '/binding/unbind', { binding: 'all', reason: 'new-number' }],
  ['closing the account', '/account/close', {}],
] as const;

describe.each(ENDS)('%s ∥ change', (_name, path, body) => {
  test('before any use of the table leaves no number behind, whoever was first (UNB-1, PHO-3)', async () => {
    const seen = new Set<string>();
    for (const nth of USES) {
      const { table, desk, post, phones, usersOf } = await onTheWay();
      const voucherId = (await desk.vouchers.ofPerson('999999199003070012'))!;
      const happened = table.at(nth, async () => expect((await post(path, body)).status).toBe(200));
      const { status, body: answer } = await post('/phone');
      if (!happened()) break;
      seen.add(status === 200 ? 'changed' : String(answer.code));
      expect({ nth, status, users: [await usersOf(OLD), await usersOf(NEW)], listed: await phones.listed(voucherId) }).toEqual({ nth, status, users: [undefined, undefined], listed: [] });
      expect(trailFlaws(desk)).toEqual([]);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['VOUCHER_NOT_FOUND']));
    expect([...seen].filter((end) => !['changed', 'VOUCHER_NOT_FOUND', 'SESSION_REQUIRED', 'SMS_EXPIRED'].includes(end))).toEqual([]);
  });

  test('the other way round is as right', async () => {
    for (const nth of USES) {
      const { table, desk, post, phones, usersOf } = await onTheWay();
      const voucherId = (await desk.vouchers.ofPerson('999999199003070012'))!;
      const happened = table.at(nth, () => post('/phone'));
      const { status } = await post(path, body);
      if (!happened()) break;
      expect(status).toBe(200);
      expect({ nth, status, users: [await usersOf(OLD), await usersOf(NEW)], listed: await phones.listed(voucherId) }).toEqual({ nth, status, users: [undefined, undefined], listed: [] });
      expect(trailFlaws(desk)).toEqual([]);
    }
  });
});

test('change ∥ change before any use of the table is one change', async () => {
  for (const nth of USES) {
    const { table, desk, post, usersOf } = await onTheWay();
    const happened = table.at(nth, () => post('/phone'));
    const { body } = await post('/phone');
    if (!happened()) break;
    expect(body).toMatchObject({ current: { phone: '139****8888' } });
    expect([await usersOf(OLD), (await usersOf(NEW))?.accounts.length]).toEqual([undefined, 1]);
    const trail = await desk.trail.of((await desk.vouchers.ofPerson('999999199003070012'))!);
    expect(trail.filter(({ event }) => event.type === 'phone.changed')).toHaveLength(2);
  }
});

test('a change that fails before any use of the table is made by asking again', async () => {
  for (const nth of USES) {
    const { table, desk, post, usersOf } = await onTheWay();
    const happened = table.at(nth, () => Promise.reject(new Error('no network')));
    await post('/phone');
    if (!happened()) break;
    expect((await post('/phone')).body).toMatchObject({ current: { phone: '139****8888' } });
    expect([await usersOf(OLD), (await usersOf(NEW))?.accounts.length]).toEqual([undefined, 1]);
    expect(trailFlaws(desk)).toEqual([]);
  }
});
