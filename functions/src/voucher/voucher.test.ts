import { activated, ALIPAY_STEPS, DEVICE, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';

async function holder() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  return { desk, token };
}

const OTHER = 'e'.repeat(32);

describe('without a voucher', () => {
  test.each(['/voucher', '/voucher/uses'])('%s says that there is none', async (path) => {
    const desk = await openCity();
    expect((await desk.get(path, { token: await signedIn(desk) })).body).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
  });

  test('未选参保地: the code page is sent to the choice of region and told why (CODE-2)', async () => {
    const desk = await openCity();
    const token = await signedIn(desk);
    await activated(desk, token, { until: 'region' });
    expect((await desk.post('/voucher/seed', {}, { token })).body).toMatchObject({ code: 'REGION_REQUIRED', remedy: '选好后就能出示医保码。（旧提示：缺少请求服务配置）' });
  });
});

describe('the seed of a device (CODE-5)', () => {
  test('is given right after activation without asking the PIN again, for 72 hours', async () => {
    const { desk, token } = await holder();
    const { body } = await desk.post('/voucher/seed', {}, { token });
    expect(body).toMatchObject({ kept: false, province: '37', notAfter: '2026-11-25T02:00:00.000Z', serverTime: '2026-11-22T02:00:00.000Z' });
  });

  test('is prolonged, not changed, within a day', async () => {
    const { desk, token } = await holder();
    const { handle } = await seedOf(desk, token);
    desk.wait(10 * 60_000);
    expect((await desk.post('/voucher/seed', { handle }, { token })).body).toEqual({ kept: true, notAfter: '2026-11-25T02:10:00.000Z', serverTime: '2026-11-22T02:10:00.000Z' });
  });

  test('is changed after a day, and the one before is dead', async () => {
    const { desk, token } = await holder();
    await desk.post('/voucher/pin-policy', { policy: 'never' }, { token });
    const old = await seedOf(desk, token);
    desk.wait(24 * 3600_000);
    const later = await signedIn(desk);
    expect((await desk.post('/voucher/seed', { handle: old.handle }, { token: later })).body).toMatchObject({ kept: false });
    expect((await scan(desk, shownBy(old, desk.clock.at))).body.code).toBe(500160);
  });

  test('is not given to another device without the PIN', async () => {
    const { desk } = await holder();
    const token = await signedIn(desk, { device: OTHER });
    expect((await desk.post('/voucher/seed', {}, { token })).body).toMatchObject({ code: 'PIN_REQUIRED' });
    await desk.post('/voucher/unlock', { pin: PIN }, { token });
    expect((await desk.post('/voucher/seed', {}, { token })).status).toBe(200);
  });

  test('asked for by two requests at once leaves one live seed', async () => {
    const { desk, token } = await holder();
    const seeds = await Promise.all([seedOf(desk, token), seedOf(desk, token), seedOf(desk, token)]);
    const answers = [];
    for (const seed of seeds) answers.push((await scan(desk, shownBy(seed, desk.clock.at))).body.code);
    expect(answers.filter((code) => code === 0)).toHaveLength(1);
  });
});

describe('when the PIN is asked (CODE-3)', () => {
  test.each([
    ['always', 3, 403],
    ['always', 1, 200],
    ['after-15-minutes', 14, 200],
    ['after-15-minutes', 16, 403],
    ['never', 600, 200],
  ] as const)('policy %s, %i minutes later: %i', async (policy, minutes, status) => {
    const { desk, token } = await holder();
    await desk.post('/voucher/pin-policy', { policy }, { token });
    const { handle } = await seedOf(desk, token);
    desk.wait(minutes * 60_000);
    expect((await desk.post('/voucher/seed', { handle }, { token: await signedIn(desk) })).status).toBe(status);
  });

  test('showing the code keeps the fifteen minutes going', async () => {
    const { desk, token } = await holder();
    const { handle } = await seedOf(desk, token);
    for (let i = 0; i < 3; i += 1) {
      desk.wait(14 * 60_000);
      expect((await desk.post('/voucher/seed', { handle }, { token })).body).toMatchObject({ kept: true });
    }
  });

  test('the policy cannot be loosened without the right to show', async () => {
    const { desk, token } = await holder();
    desk.wait(16 * 60_000);
    expect((await desk.post('/voucher/pin-policy', { policy: 'never' }, { token })).body).toMatchObject({ code: 'PIN_REQUIRED' });
  });
});

describe('wrong PINs', () => {
  const wrongly = (desk: Awaited<ReturnType<typeof openCity>>, token: string, pin = '746281') => desk.post('/voucher/unlock', { pin }, { token });

  test('are counted down, then locked until a time that is told', async () => {
    const { desk, token } = await holder();
    for (const left of [4, 3, 2, 1]) expect((await wrongly(desk, token)).body).toMatchObject({ code: 'PIN_WRONG', details: { left } });
    expect((await wrongly(desk, token)).body).toMatchObject({ code: 'PIN_LOCKED', details: { until: '10:15' } });
  });

  test('locked, the right PIN is answered like a wrong one', async () => {
    const { desk, token } = await holder();
    for (let i = 0; i < 5; i += 1) await wrongly(desk, token);
    const [right, wrong] = [await wrongly(desk, token, PIN), await wrongly(desk, token)];
    expect({ ...right.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
  });

  test('lock the voucher, not the session: other sessions and channels are locked too', async () => {
    const { desk, token } = await holder();
    for (let i = 0; i < 5; i += 1) await wrongly(desk, token);
    expect((await wrongly(desk, await signedIn(desk, { device: OTHER }), PIN)).body).toMatchObject({ code: 'PIN_LOCKED' });
  });

  test('are one count at every door where a PIN is given: showing the code, confirming whatever action, binding another channel', async () => {
    const { desk, token } = await holder();
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS, until: 'pin' });
    const stepUp = (action: string) => desk.post('/session/step-up', { action, pin: '746281' }, { token });
    const arrive = (pin: string) => desk.post('/activation/pin', { pin }, { token: alipay });
    const doors = [() => wrongly(desk, token), () => stepUp('change-pin'), () => arrive('746281'), () => stepUp('unbind'), () => arrive('746281')];
    const told = [];
    for (const door of doors) told.push((await door()).body);
    expect(told.map(({ code, details }) => [code, details])).toEqual([4, 3, 2, 1].map((left) => ['PIN_WRONG', { left }] as unknown).concat([['PIN_LOCKED', { until: '10:15' }]]));
    expect((await Promise.all([wrongly(desk, token, PIN), stepUp('export-data'), arrive(PIN)])).map(({ body }) => body.code)).toEqual(['PIN_LOCKED', 'PIN_LOCKED', 'PIN_LOCKED']);
  });

  test('tried at the same time at different doors are all counted', async () => {
    const { desk, token } = await holder();
    const tokens = [token, await signedIn(desk, { device: OTHER }), await signedIn(desk, { device: 'f'.repeat(32) })];
    const answers = await Promise.all(tokens.flatMap((each) => [wrongly(desk, each), desk.post('/session/step-up', { action: 'unbind', pin: '746281' }, { token: each })]));
    expect(answers.filter(({ body }) => body.code === 'PIN_WRONG').length).toBeLessThanOrEqual(4);
    for (let turn = 0; turn < 5; turn += 1) await wrongly(desk, token);
    expect((await wrongly(desk, token, PIN)).body).toMatchObject({ code: 'PIN_LOCKED' });
  });

  test('tried at the same time are all counted', async () => {
    const { desk, token } = await holder();
    const answers = await Promise.all(Array.from({ length: 5 }, () => wrongly(desk, token)));
    expect(answers.filter(({ body }) => body.code === 'PIN_LOCKED').length).toBeGreaterThan(0);
    expect((await wrongly(desk, token, PIN)).body).toMatchObject({ code: 'PIN_LOCKED' });
  });

  test('after the lock the right PIN opens and forgives; each further lock lasts longer', async () => {
    const { desk, token } = await holder();
    for (let i = 0; i < 5; i += 1) await wrongly(desk, token);
    desk.wait(15 * 60_000);
    for (let i = 0; i < 4; i += 1) expect((await wrongly(desk, token)).body).toMatchObject({ code: 'PIN_WRONG' });
    expect((await wrongly(desk, token)).body).toMatchObject({ code: 'PIN_LOCKED', details: { until: '11:15' } });
    desk.wait(60 * 60_000);
    const later = await signedIn(desk);
    expect((await wrongly(desk, later, PIN)).status).toBe(200);
    expect((await wrongly(desk, later)).body).toMatchObject({ details: { left: 4 } });
  });
});

test('every acceptance is seen by the holder: when, where, what for (CODE-9)', async () => {
  const { desk, token } = await holder();
  await desk.uses.record({ type: 'voucher.redeemed', voucherId: (await desk.vouchers.ofPerson('999999199003070012'))!, at: '2026-11-22T02:00:00.000Z', channel: 'weapp', requestId: 'r1', orgId: 'H1', institution: '济南市第一人民医院', businessType: '01301', code: '37#0000000001', nth: 1 });
  expect((await desk.get('/voucher/uses', { token })).body['uses']).toEqual([{ at: '2026-11-22T02:00:00.000Z', institution: '济南市第一人民医院', businessType: '01301', businessName: '门诊结算' }]);
  expect((await desk.get('/voucher/uses', { token, query: { since: '2026-11-22T02:00:00.000Z' } })).body['uses']).toEqual([]);
});

test('a session of another device keeps its own device id', async () => {
  expect(DEVICE).not.toBe(OTHER);
  const { desk, token } = await holder();
  const { handle } = await seedOf(desk, token);
  const other = await signedIn(desk, { device: OTHER });
  await desk.post('/voucher/unlock', { pin: PIN }, { token: other });
  expect((await desk.post('/voucher/seed', { handle }, { token: other })).body).toMatchObject({ kept: false });
});
