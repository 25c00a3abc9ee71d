import { activated, openCity, PIN, signedIn } from '@yibao/functions/src/testing/story';
import { openDatabase } from './database';

let database: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.engine.stop());

const NEW_PIN = '507364';

async function holder(name: string) {
  const desk = await openCity({ table: (await database.tableNamed(name)).table });
  const token = await signedIn(desk);
  await activated(desk, token);
  const alive = async (each: string) => (await desk.get('/sessions', { token: each })).status === 200;
  const confirm = (action: string, by = token) => desk.post('/session/step-up', { action, pin: PIN }, { token: by });
  return { desk, token, alive, confirm };
}

test('confirmations of several actions at once are all kept', async () => {
  const { desk, token, confirm } = await holder('confirmations');
  const answers = await Promise.all(['end-sessions', 'export-data', 'change-pin'].map((action) => confirm(action)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await desk.post('/session/end', {}, { token })).status).toBe(200);
  expect((await desk.post('/voucher/pin', { pin: NEW_PIN }, { token })).status).toBe(200);
});

test('sessions ended by many requests at once are ended, also while they are in use', async () => {
  const { desk, token, alive, confirm } = await holder('ends');
  const others = await Promise.all(['1', '2', '3'].map((digit) => signedIn(desk, { device: digit.repeat(32) })));
  desk.wait(6 * 60_000);
  await confirm('end-sessions');
  const ends = Promise.all(Array.from({ length: 4 }, () => desk.post('/session/end', {}, { token })));
  const uses = Promise.all(others.flatMap((other) => [alive(other), alive(other)]));
  expect((await ends).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  await uses;
  expect(await Promise.all([token, ...others].map(alive))).toEqual([true, false, false, false]);
});

test('of many sign-ins at once on one device, one session lives', async () => {
  const { desk, alive } = await holder('sign-ins');
  const tokens = await Promise.all(Array.from({ length: 4 }, () => signedIn(desk, { device: 'f'.repeat(32) })));
  const living = await Promise.all(tokens.filter(Boolean).map(alive));
  expect(living.filter(Boolean)).toHaveLength(1);
});
