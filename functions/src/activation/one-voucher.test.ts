import { activated, ALIPAY_STEPS, openCity, PIN, signedIn, WEAPP_STEPS } from '../testing/story';

describe('one ID number, one voucher (ACT-3, ACT-10)', () => {
  const vouchersIn = async (desk: Awaited<ReturnType<typeof openCity>>) =>
    [...(desk.table as unknown as { rows: Map<string, { sk: string }> }).rows.values()].filter(({ sk }) => sk === 'VOUCHER').length;

  test('两台设备同时激活: both end with the same voucher', async () => {
    const desk = await openCity();
    const tokens = [await signedIn(desk), await signedIn(desk, { device: 'e'.repeat(32) })];
    await activated(desk, tokens[0]!, { until: 'pin' });
    const [first, second] = await Promise.all(tokens.map((token) => WEAPP_STEPS['pin']!(desk, token)));
    expect(first?.body).toMatchObject({ status: 'done' });
    expect(second?.body).toEqual(first?.body);
    expect(await vouchersIn(desk)).toBe(1);
  });

  test('a second channel is bound to the voucher with the PIN that it has', async () => {
    const desk = await openCity();
    await activated(desk, await signedIn(desk));
    const token = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, token, { steps: ALIPAY_STEPS, until: 'pin' });
    expect((await desk.get('/activation', { token })).body).toMatchObject({ voucherExists: true });
    expect((await desk.post('/activation/pin', { pin: '746281' }, { token })).body).toMatchObject({ code: 'PIN_WRONG', details: { left: 4 } });
    expect((await desk.post('/activation/pin', { pin: PIN }, { token })).body).toMatchObject({ status: 'done' });
    expect(await vouchersIn(desk)).toBe(1);
  });

  test('two channels at the same moment make one voucher with two bindings', async () => {
    const desk = await openCity();
    const weapp = await signedIn(desk);
    const alipay = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, weapp, { until: 'pin' });
    await activated(desk, alipay, { steps: ALIPAY_STEPS, until: 'pin' });
    const answers = await Promise.all([WEAPP_STEPS['pin']!(desk, weapp), WEAPP_STEPS['pin']!(desk, alipay)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await vouchersIn(desk)).toBe(1);
    for (const token of [weapp, alipay]) expect((await desk.get('/voucher', { token })).status).toBe(200);
  });

  test.each(['123456', '900307', '112112'])('a weak PIN %s is refused and nothing is made (CODE-3)', async (pin) => {
    const desk = await openCity();
    const token = await signedIn(desk);
    await activated(desk, token, { until: 'pin' });
    expect((await desk.post('/activation/pin', { pin }, { token })).body).toMatchObject({ code: 'PIN_WEAK' });
    expect(await vouchersIn(desk)).toBe(0);
  });
});
