import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';

type Desk = Awaited<ReturnType<typeof openCity>>;

const NEW = '507364';
const WRONG = '746281';
const OTHER = 'e'.repeat(32);

async function holder() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  return { desk, token };
}

const byPin = (desk: Desk, token: string, pin = PIN) => desk.post('/session/step-up', { action: 'change-pin', pin }, { token });
async function byFace(desk: Desk, token: string) {
  await desk.post('/session/step-up/face', { action: 'reset-pin' }, { token });
  return desk.post('/session/step-up/face/result', { action: 'reset-pin' }, { token });
}
const change = (desk: Desk, token: string, pin = NEW) => desk.post('/voucher/pin', { pin }, { token });
const reset = (desk: Desk, token: string, pin = NEW) => desk.post('/voucher/pin/reset', { pin }, { token });
const unlock = (desk: Desk, token: string, pin: string) => desk.post('/voucher/unlock', { pin }, { token });
const opens = async (desk: Desk, token: string, pin: string) => (await unlock(desk, token, pin)).status === 200;
const lock = async (desk: Desk, token: string) => {
  for (let i = 0; i < 5; i += 1) await unlock(desk, token, WRONG);
};

describe('changing the PIN (CODE-3)', () => {
  test('needs the PIN of now, given minutes ago', async () => {
    const { desk, token } = await holder();
    expect(await change(desk, token)).toMatchObject({ status: 403, body: { code: 'STEP_UP_REQUIRED', details: { action: 'change-pin' } } });
    await byPin(desk, token);
    expect((await change(desk, token)).body).toEqual({ changedAt: '2026-11-22T02:00:00.000Z' });
    expect([await opens(desk, token, NEW), await opens(desk, token, PIN)]).toEqual([true, false]);
  });

  test('a confirmation by face, or for a reset, does not do', async () => {
    const { desk, token } = await holder();
    await byFace(desk, token);
    expect((await change(desk, token)).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  test.each([['123456', 'PIN_WEAK'], ['900307', 'PIN_WEAK'], [PIN, 'PIN_SAME']])('to %s is refused with %s and ends nothing', async (pin, code) => {
    const { desk, token } = await holder();
    const other = await signedIn(desk, { device: OTHER });
    await byPin(desk, token);
    expect(await change(desk, token, pin)).toMatchObject({ status: 422, body: { code } });
    expect((await desk.get('/voucher', { token: other })).status).toBe(200);
  });

  test('holds in every channel, ends all other sessions, and no seed', async () => {
    const { desk, token } = await holder();
    const seed = await seedOf(desk, token);
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS });
    const other = await signedIn(desk, { device: OTHER });
    await byPin(desk, token);
    await change(desk, token);
    const living = await Promise.all([token, alipay, other].map(async (each) => (await desk.get('/voucher', { token: each })).status));
    expect(living).toEqual([200, 401, 401]);
    expect(await opens(desk, await signedIn(desk, { channel: 'alipay' }), NEW)).toBe(true);
    expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(0);
  });

  test('is told in the audit trail, without the PIN', async () => {
    const { desk, token } = await holder();
    await byPin(desk, token);
    await change(desk, token);
    const entries = await desk.trail.of((await desk.vouchers.ofPerson('999999199003070012'))!);
    expect(entries.at(-1)).toMatchObject({ event: { type: 'pin.changed', channel: 'weapp' }, actor: { kind: 'citizen' }, reason: 'holder' });
    expect(JSON.stringify(entries)).not.toContain(NEW);
  });

  test('by two sessions at once leaves one PIN, and at most one session that chose it', async () => {
    const { desk, token } = await holder();
    const other = await signedIn(desk, { device: OTHER });
    for (const each of [token, other]) await byPin(desk, each);
    await Promise.all([change(desk, token, NEW), change(desk, other, '619473')]);
    const judge = await signedIn(desk, { device: 'f'.repeat(32) });
    expect([await opens(desk, judge, NEW), await opens(desk, judge, '619473')].filter(Boolean)).toHaveLength(1);
  });
});

describe('resetting the PIN (CODE-3)', () => {
  test('needs the face, not the PIN', async () => {
    const { desk, token } = await holder();
    expect(await reset(desk, token)).toMatchObject({ status: 403, body: { code: 'STEP_UP_REQUIRED', details: { action: 'reset-pin' } } });
    await byPin(desk, token);
    expect((await reset(desk, token)).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    await byFace(desk, token);
    expect((await reset(desk, token)).status).toBe(200);
    expect(await opens(desk, token, NEW)).toBe(true);
  });

  test('is the way out of the lock, which names the time and that way', async () => {
    const { desk, token } = await holder();
    await lock(desk, token);
    expect((await unlock(desk, token, PIN)).body).toMatchObject({ code: 'PIN_LOCKED', details: { until: '10:15' }, remedy: '10:15后自动解锁；也可以现在刷脸，重设密码。' });
    await byFace(desk, token);
    await reset(desk, token);
    expect(await opens(desk, token, NEW)).toBe(true);
    expect((await unlock(desk, token, WRONG)).body).toMatchObject({ code: 'PIN_WRONG', details: { left: 4 } });
  });

  test('to the PIN before is not told apart from any other', async () => {
    const { desk, token } = await holder();
    await byFace(desk, token);
    expect([(await reset(desk, token, PIN)).status, (await reset(desk, token, NEW)).status]).toEqual([200, 200]);
  });

  test('to an easy one is refused', async () => {
    const { desk, token } = await holder();
    await byFace(desk, token);
    expect((await reset(desk, token, '111111')).body).toMatchObject({ code: 'PIN_WEAK' });
  });

  test('ends all other sessions', async () => {
    const { desk, token } = await holder();
    const other = await signedIn(desk, { device: OTHER });
    await byFace(desk, token);
    await reset(desk, token);
    expect((await desk.get('/voucher', { token: other })).status).toBe(401);
  });
});

test('a lock that ends tomorrow says so', async () => {
  const { desk, token } = await holder();
  for (const pause of [15, 60]) {
    await lock(desk, token);
    desk.wait(pause * 60_000);
  }
  const later = await signedIn(desk);
  await lock(desk, later);
  expect((await unlock(desk, later, PIN)).body).toMatchObject({ code: 'PIN_LOCKED', details: { until: '明天11:15' } });
});
