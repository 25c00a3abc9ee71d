import { activated, openCity, PIN, signedIn } from '@yibao/functions/src/testing/story';
import { openDatabase } from './database';

let database: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.engine.stop());

test('wrong PINs given at the same time from many sessions are each counted in the database: five, and the voucher is locked', async () => {
  const desk = await openCity({ table: (await database.tableNamed('pins')).table });
  const first = await signedIn(desk);
  await activated(desk, first);
  const tokens = [first, ...(await Promise.all(['1', '2', '3', '4', '5'].map((digit) => signedIn(desk, { device: digit.repeat(32) }))))];
  const judged: unknown[] = [];
  for (let round = 0; round < 5; round += 1) {
    const answers = await Promise.all(tokens.map((token) => desk.post('/voucher/unlock', { pin: '746281' }, { token })));
    judged.push(...answers.filter(({ body }) => body.code === 'PIN_WRONG'));
  }
  expect(judged.length).toBeLessThanOrEqual(4);
  expect((await desk.post('/voucher/unlock', { pin: PIN }, { token: first })).body).toMatchObject({ code: 'PIN_LOCKED' });
});
