import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';

type Desk = Awaited<ReturnType<typeof openCity>>;

const OTHER = 'e'.repeat(32);
const MINUTE = 60_000;
const alive = async (desk: Desk, token: string) => (await desk.get('/sessions', { token })).status === 200;
const listed = async (desk: Desk, token: string) => (await desk.get('/sessions', { token })).body['sessions'] as { id: string; channel: string; device: string; current: boolean }[];
const rowsOf = (desk: Desk) => [...(desk.table as unknown as { rows: Map<string, { pk: string; sk: string; version: number }> }).rows.values()];

async function holder() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  return { desk, token };
}

const confirm = (desk: Desk, token: string) => desk.post('/session/step-up', { action: 'end-sessions', pin: PIN }, { token });

describe('a session ends', () => {
  test('after thirty minutes without a request, and not a moment before', async () => {
    const desk = await openCity();
    const [token, used] = [await signedIn(desk), await signedIn(desk, { device: OTHER })];
    desk.wait(30 * MINUTE - 1);
    expect(await alive(desk, used)).toBe(true);
    desk.wait(1);
    expect(await alive(desk, used)).toBe(true);
    expect(await desk.get('/sessions', { token })).toMatchObject({ status: 401, body: { code: 'SESSION_REQUIRED' } });
  });

  test('after twelve hours however busy it is', async () => {
    const desk = await openCity();
    const token = await signedIn(desk);
    for (let at = 0; at < 12 * 60 - 20; at += 20) {
      desk.wait(20 * MINUTE);
      expect(await alive(desk, token)).toBe(true);
    }
    desk.wait(20 * MINUTE - 1);
    expect(await alive(desk, token)).toBe(true);
    desk.wait(1);
    expect(await alive(desk, token)).toBe(false);
  });

  test('when its account signs in again on the same device, and only then', async () => {
    const desk = await openCity();
    const [first, elsewhere] = [await signedIn(desk), await signedIn(desk, { device: OTHER })];
    const second = await signedIn(desk);
    expect([await alive(desk, first), await alive(desk, elsewhere), await alive(desk, second)]).toEqual([false, true, true]);
  });

  test('of two sign-ins at the same moment on one device, one survives', async () => {
    const desk = await openCity();
    const tokens = await Promise.all([signedIn(desk), signedIn(desk), signedIn(desk)]);
    const living = await Promise.all(tokens.map((token) => alive(desk, token)));
    expect(living.filter(Boolean)).toHaveLength(1);
  });

  test('when its holder signs out; the token is worth nothing after that', async () => {
    const desk = await openCity();
    const token = await signedIn(desk);
    expect((await desk.post('/session/sign-out', {}, { token })).status).toBe(200);
    expect((await desk.post('/session/sign-out', {}, { token })).status).toBe(401);
  });
});

test('being in use is written every five minutes at most', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  const version = () => rowsOf(desk).find(({ sk }) => sk === 'SESSION')!.version;
  for (let minute = 0; minute < 4; minute += 1) {
    desk.wait(MINUTE);
    await alive(desk, token);
  }
  expect(version()).toBe(1);
  desk.wait(MINUTE);
  await Promise.all([alive(desk, token), alive(desk, token), alive(desk, token)]);
  expect(version()).toBe(2);
});

test('no row holds a token, only its digest', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  expect(JSON.stringify(rowsOf(desk))).not.toContain(token);
});

describe('the list of sessions', () => {
  test('shows channel, the end of the device’s number, when it began and was last in use, the current one first', async () => {
    const desk = await openCity();
    const other = await signedIn(desk, { device: OTHER });
    desk.wait(10 * MINUTE);
    const token = await signedIn(desk);
    expect((await desk.get('/sessions', { token })).body).toEqual({
      sessions: [
        { id: expect.stringMatching(/^[0-9a-f]{32}$/), channel: 'weapp', device: '····dddd', begunAt: '2026-11-22T02:10:00.000Z', seenAt: '2026-11-22T02:10:00.000Z', current: true },
        { id: expect.stringMatching(/^[0-9a-f]{32}$/), channel: 'weapp', device: '····eeee', begunAt: '2026-11-22T02:00:00.000Z', seenAt: '2026-11-22T02:00:00.000Z', current: false },
      ],
    });
    expect(await alive(desk, other)).toBe(true);
  });

  test('has the holder’s sessions of every channel, and nobody else’s', async () => {
    const { desk, token } = await holder();
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS });
    await signedIn(desk, { who: 'bob', device: OTHER });
    expect((await listed(desk, token)).map(({ channel }) => channel)).toEqual(['weapp', 'alipay']);
  });
});

describe('ending other sessions', () => {
  test('asks for a confirmation first, and names what is to be confirmed', async () => {
    const { desk, token } = await holder();
    expect(await desk.post('/session/end', {}, { token })).toMatchObject({ status: 403, body: { code: 'STEP_UP_REQUIRED', details: { action: 'end-sessions' } } });
  });

  test('ends all others in all channels and leaves the one that asks', async () => {
    const { desk, token } = await holder();
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS });
    const other = await signedIn(desk, { device: OTHER });
    await confirm(desk, token);
    expect((await desk.post('/session/end', {}, { token })).body['sessions']).toHaveLength(1);
    expect([await alive(desk, other), await alive(desk, alipay), await alive(desk, token)]).toEqual([false, false, true]);
  });

  test('ends one by its number', async () => {
    const { desk, token } = await holder();
    const [second, third] = [await signedIn(desk, { device: OTHER }), await signedIn(desk, { device: 'f'.repeat(32) })];
    const { id } = (await listed(desk, token)).find(({ device }) => device === '····eeee')!;
    await confirm(desk, token);
    await desk.post('/session/end', { session: id }, { token });
    expect([await alive(desk, second), await alive(desk, third)]).toEqual([false, true]);
  });

  test('ends the codes of the device that is signed out, until the PIN is given on it again; those of others go on (UNB-2)', async () => {
    const { desk, token } = await holder();
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS });
    const lost = await signedIn(desk, { device: OTHER });
    await desk.post('/voucher/unlock', { pin: PIN }, { token: lost });
    const [seed, kept] = [await seedOf(desk, lost), await seedOf(desk, alipay)];
    await desk.post('/voucher/pin-policy', { policy: 'never' }, { token: lost });
    const { id } = (await listed(desk, token)).find(({ device }) => device === '····eeee')!;
    await confirm(desk, token);
    await desk.post('/session/end', { session: id }, { token });
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(500160);
    expect((await scan(desk, shownBy(kept, desk.clock.at))).body.code).toBe(0);
    const again = await signedIn(desk, { device: OTHER });
    expect((await desk.post('/voucher/seed', {}, { token: again })).body).toMatchObject({ code: 'PIN_REQUIRED' });
    await desk.post('/voucher/unlock', { pin: PIN }, { token: again });
    expect((await scan(desk, shownBy(await seedOf(desk, again), desk.clock.at))).body.code).toBe(0);
  });

  test('leaves the codes of the device that asks', async () => {
    const { desk, token } = await holder();
    const seed = await seedOf(desk, token);
    await signedIn(desk, { device: OTHER });
    await confirm(desk, token);
    await desk.post('/session/end', {}, { token });
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(0);
  });

  test('of another person is as if there were none', async () => {
    const { desk, token } = await holder();
    const bob = await signedIn(desk, { who: 'bob', device: OTHER });
    const [{ id } = { id: '' }] = await listed(desk, bob);
    await confirm(desk, token);
    expect((await desk.post('/session/end', { session: id }, { token })).body['sessions']).toHaveLength(1);
    expect(await alive(desk, bob)).toBe(true);
  });

  test('by many requests at once ends each session once', async () => {
    const { desk, token } = await holder();
    const others = await Promise.all(['1', '2', '3'].map((digit) => signedIn(desk, { device: digit.repeat(32) })));
    await confirm(desk, token);
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.post('/session/end', {}, { token })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await Promise.all(others.map((other) => alive(desk, other)))).toEqual([false, false, false]);
  });
});
