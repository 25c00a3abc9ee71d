import type { Row } from '../aws/table';
import { memoryTable } from '../testing/memory-table';
import { activated, openCity, scan, seedOf, shownBy, signedIn } from '../testing/story';

async function holder() {
  const table = memoryTable();
  const desk = await openCity({ table });
  const token = await signedIn(desk);
  await activated(desk, token);
  const seed = await seedOf(desk, token);
  /** Changes the first row of this sort key as somebody with access to the table could. */
  const tamper = (sk: string, change: (row: Row) => Partial<Record<string, unknown>>) => {
    const [place, row] = [...table.rows].find(([, found]) => found.sk === sk)!;
    table.rows.set(place, { ...row, ...change(row) });
  };
  return { desk, token, seed, tamper };
}

const cut = (text: unknown) => String(text).slice(0, -5);
const withKey = (text: unknown) => String(text).replace('.k1.', '.k9.');
const flipped = (text: unknown) => String(text).replace(/.{4}$/, 'AAAA');

test.each([
  ['cut', ({ name }: Row) => ({ name: cut(name) })],
  ['exchanged with another', ({ name, idNumber }: Row) => ({ name: idNumber, idNumber: name })],
  ['under an unknown key', ({ name }: Row) => ({ name: withKey(name) })],
  ['with an altered MAC', ({ idNumber }: Row) => ({ idNumber: flipped(idNumber) })],
  ['in clear', () => ({ name: '李四' })],
])('a stored value that is %s is answered INTERNAL and logged once without data', async (_what, change) => {
  const { desk, token, tamper } = await holder();
  tamper('VOUCHER', change);
  const before = desk.log.length;
  const { status, body } = await desk.get('/voucher', { token });
  expect({ status, code: body.code }).toEqual({ status: 500, code: 'INTERNAL' });
  const lines = desk.log.slice(before);
  expect(lines).toEqual([expect.objectContaining({ level: 'error', code: 'INTERNAL', defect: expect.stringMatching(/^SealBroken \| at /) })]);
  expect(JSON.stringify([lines, body])).not.toMatch(/张三|李四|999999|v1\./);
});

test('a code whose seed was exchanged is refused at the counter in the national shape', async () => {
  const { desk, seed, tamper } = await holder();
  tamper('CODE', ({ name }) => ({ seed: name }));
  const { body } = await scan(desk, shownBy(seed, desk.clock.at));
  expect(body).toMatchObject({ success: false });
  expect(desk.log.at(-1)).toMatchObject({ level: 'error', code: 'INTERNAL' });
});

test('a session whose platform id was altered opens nothing', async () => {
  const { desk, token, tamper } = await holder();
  tamper('SESSION', ({ openId }) => ({ openId: flipped(openId) }));
  expect((await desk.get('/voucher', { token })).body.code).toBe('INTERNAL');
});
