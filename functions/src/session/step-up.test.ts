import { STEP_UP_FACTORS } from '@yibao/shared';
import { FACE_CONSENT } from '@yibao/shared';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn } from '../testing/story';

type Desk = Awaited<ReturnType<typeof openCity>>;

const MINUTE = 60_000;
const WRONG = '746281';

async function holder() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  return { desk, token };
}

const byPin = (desk: Desk, token: string, { action = 'end-sessions', pin = PIN } = {}) => desk.post('/session/step-up', { action, pin }, { token });
const beginFace = (desk: Desk, token: string, action = 'end-sessions') => desk.post('/session/step-up/face', { action }, { token });
const endFace = (desk: Desk, token: string, action = 'end-sessions') => desk.post('/session/step-up/face/result', { action }, { token });
const allowed = async (desk: Desk, token: string) => (await desk.post('/session/end', {}, { token })).status === 200;

test('a face is not asked of who withdrew the consent to it, until it is given again', async () => {
  const { desk, token } = await holder();
  await desk.post('/consent/withdraw', { purpose: 'face' }, { token });
  const before = desk.world.calls.length;
  expect((await beginFace(desk, token)).body).toMatchObject({ code: 'FACE_CONSENT_REQUIRED' });
  expect(desk.world.calls).toHaveLength(before);
  await desk.post('/consent', { purpose: 'face', version: FACE_CONSENT.version }, { token });
  expect((await beginFace(desk, token)).status).toBe(200);
});

describe('a confirmation by PIN', () => {
  test('serves for its action for five minutes on this session', async () => {
    const { desk, token } = await holder();
    expect((await byPin(desk, token)).body).toEqual({ action: 'end-sessions', until: '2026-11-22T02:05:00.000Z' });
    desk.wait(5 * MINUTE - 1);
    expect(await allowed(desk, token)).toBe(true);
    desk.wait(1);
    expect(await allowed(desk, token)).toBe(false);
  });

  test('serves as often as it is needed within its minutes, so that a lost answer can be asked for again', async () => {
    const { desk, token } = await holder();
    await byPin(desk, token);
    expect([await allowed(desk, token), await allowed(desk, token)]).toEqual([true, true]);
  });

  test('serves for no other action', async () => {
    const { desk, token } = await holder();
    await byPin(desk, token, { action: 'export-data' });
    expect(await allowed(desk, token)).toBe(false);
  });

  test('serves for no other session of the same person', async () => {
    const { desk, token } = await holder();
    const other = await signedIn(desk, { device: 'e'.repeat(32) });
    await byPin(desk, token);
    expect(await allowed(desk, other)).toBe(false);
  });

  test('is refused with a wrong PIN, which counts like everywhere', async () => {
    const { desk, token } = await holder();
    for (const left of [4, 3]) expect(await byPin(desk, token, { pin: WRONG })).toMatchObject({ status: 403, body: { code: 'PIN_WRONG', details: { left } } });
    for (const left of [2, 1]) expect((await desk.post('/voucher/unlock', { pin: WRONG }, { token })).body).toMatchObject({ details: { left } });
    expect((await byPin(desk, token, { action: 'export-data', pin: WRONG })).body).toMatchObject({ code: 'PIN_LOCKED' });
    const [right, wrong] = [await byPin(desk, token), await byPin(desk, token, { pin: WRONG })];
    expect({ ...right.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(await allowed(desk, token)).toBe(false);
  });

  test('is not possible without a voucher', async () => {
    const desk = await openCity();
    expect((await byPin(desk, await signedIn(desk))).body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
  });

  test('of many actions at once keeps them all', async () => {
    const { desk, token } = await holder();
    const actions = ['end-sessions', 'export-data', 'close-account'];
    const answers = await Promise.all(actions.map((action) => byPin(desk, token, { action })));
    expect(answers.map(({ status }) => status)).toEqual(actions.map(() => 200));
    const row = [...(desk.table as unknown as { rows: Map<string, { sk: string; stepUps: { action: string }[] }> }).rows.values()].find(({ sk }) => sk === 'SESSION')!;
    expect(row.stepUps.map(({ action }) => action).sort()).toEqual([...actions].sort());
  });

  test('ends with its session', async () => {
    const { desk, token } = await holder();
    await byPin(desk, token);
    const again = await signedIn(desk);
    expect(await allowed(desk, again)).toBe(false);
  });
});

describe('a confirmation by face', () => {
  test.each([['weapp', {}], ['alipay', { steps: ALIPAY_STEPS }]] as const)('through %s asks the platform for the voucher’s holder and serves like a PIN', async (channel, options) => {
    const desk = await openCity();
    const token = await signedIn(desk, { channel });
    await activated(desk, token, options);
    expect((await beginFace(desk, token)).body).toMatchObject({ face: { channel } });
    expect((await endFace(desk, token)).body).toEqual({ action: 'end-sessions', until: '2026-11-22T02:05:00.000Z' });
    expect(desk.world.calls.slice(-2)).toEqual(['startFace', 'faceResult']);
    expect(await allowed(desk, token)).toBe(true);
  });

  test.each(['FACE_MISMATCH', 'FACE_LIGHT', 'FACE_CANCELLED'] as const)('is refused with the platform’s reason %s', async (code) => {
    const { desk, token } = await holder();
    await beginFace(desk, token);
    desk.world.refuse('faceResult', code);
    expect((await endFace(desk, token)).body).toMatchObject({ code });
    expect(await allowed(desk, token)).toBe(false);
  });

  test.each([
    ['none was begun', async () => undefined],
    ['it was begun for another action', (desk: Desk, token: string) => beginFace(desk, token, 'export-data')],
    ['it was begun in another session', async (desk: Desk) => beginFace(desk, await signedIn(desk, { device: 'e'.repeat(32) }))],
    ['it took longer than ten minutes', async (desk: Desk, token: string) => { await beginFace(desk, token); desk.wait(10 * MINUTE); }],
  ])('is refused without asking the platform when %s', async (_when, before) => {
    const { desk, token } = await holder();
    await before(desk, token);
    const asked = desk.world.calls.filter((call) => call === 'faceResult').length;
    expect((await endFace(desk, token)).body).toMatchObject({ code: 'FACE_CANCELLED' });
    expect(desk.world.calls.filter((call) => call === 'faceResult')).toHaveLength(asked);
  });

  test('repeated after a lost answer is answered the same, without a second verification', async () => {
    const { desk, token } = await holder();
    await beginFace(desk, token);
    const first = await endFace(desk, token);
    desk.wait(MINUTE);
    expect((await endFace(desk, token)).body).toEqual(first.body);
  });

  test('serves once: after its five minutes the same verification confirms nothing', async () => {
    const { desk, token } = await holder();
    await beginFace(desk, token);
    await endFace(desk, token);
    desk.wait(5 * MINUTE);
    expect((await endFace(desk, token)).body).toMatchObject({ code: 'FACE_CANCELLED' });
  });
});

test.each(Object.entries(STEP_UP_FACTORS))('%s can be confirmed by %j only', async (action, factors) => {
  const { desk, token } = await holder();
  expect((await byPin(desk, token, { action })).status).toBe((factors as readonly string[]).includes('pin') ? 200 : 422);
  expect((await beginFace(desk, token, action)).status).toBe((factors as readonly string[]).includes('face') ? 200 : 422);
});
