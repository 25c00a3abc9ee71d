import type { RefusalCode } from '@yibao/shared';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn, WEAPP_STEPS } from '../testing/story';

const CHANNELS = [
  ['weapp', WEAPP_STEPS],
  ['alipay', ALIPAY_STEPS],
] as const;

describe.each(CHANNELS)('activation on %s', (channel, steps) => {
  test('ends with a voucher after every step (ACT-1, ACT-2)', async () => {
    const desk = await openCity();
    const token = await signedIn(desk, { channel });
    expect((await activated(desk, token, { steps }))?.body).toMatchObject({ status: 'done', region: { code: '370100', name: '济南市' } });
    expect((await desk.get('/voucher', { token })).body).toMatchObject({ holder: '张*', channel, pinPolicy: 'after-15-minutes' });
  });

  test.each(Object.keys(steps))('goes on from %s after the app was closed, and a repeated step changes nothing (ACT-1, ACT-10)', async (step) => {
    const desk = await openCity();
    await activated(desk, await signedIn(desk, { channel }), { steps, until: step });
    const again = await signedIn(desk, { channel });
    const names = Object.keys(steps);
    const before = names[names.indexOf(step) - 1];
    expect((await desk.get('/activation', { token: again })).body).toMatchObject(before === undefined ? { status: 'none' } : { status: 'under-way', step });
    const first = await steps[step]!(desk, again);
    const repeated = await steps[step]!(desk, again);
    expect(first.status).toBe(200);
    expect(repeated.body).toEqual(step === 'phone' ? repeated.body : first.body);
  });

  test('begins again after a day of rest', async () => {
    const desk = await openCity();
    await activated(desk, await signedIn(desk, { channel }), { steps, until: 'region' });
    desk.wait(25 * 3600_000);
    const token = await signedIn(desk, { channel });
    expect((await desk.get('/activation', { token })).body).toEqual({ status: 'none' });
    await activated(desk, token, { steps });
  });
});

test.each(Object.keys(WEAPP_STEPS).slice(1))('step %s before its turn is refused and changes nothing', async (step) => {
  const desk = await openCity();
  const token = await signedIn(desk);
  expect((await WEAPP_STEPS[step]!(desk, token)).body).toMatchObject({ code: 'STEP_OUT_OF_ORDER' });
  expect((await desk.get('/activation', { token })).body).toEqual({ status: 'none' });
});

describe('what the platforms and the bureau say decides', () => {
  const cases: [string, Parameters<Awaited<ReturnType<typeof openCity>>['world']['refuse']>[0], RefusalCode, string][] = [
    ['identity', 'checkRealName', 'ID_MISMATCH', 'ACT-4'],
    ['identity', 'checkRealName', 'ID_NO_REALNAME', 'ACT-4'],
    ['identity', 'checkRealName', 'ID_CODE_REJECTED', 'ACT-4'],
    ['authorisation', 'insuredRecords', 'RECORD_DUPLICATE', 'ACT-5'],
    ['authorisation', 'insuredRecords', 'UPSTREAM_BUSY', 'ACT-5'],
    ['face', 'faceResult', 'FACE_LIGHT', 'ACT-6'],
    ['face', 'faceResult', 'FACE_NETWORK', 'ACT-6'],
    ['face', 'faceResult', 'FACE_NO_PHOTO', 'ACT-6'],
    ['face', 'faceResult', 'FACE_MISMATCH', 'ACT-6'],
  ];

  test.each(cases)('step %s: %s says %s, the step stays, and it can be done afterwards (%s)', async (step, call, code) => {
    const desk = await openCity();
    const token = await signedIn(desk);
    await activated(desk, token, { until: step });
    desk.world.refuse(call, code);
    expect((await WEAPP_STEPS[step]!(desk, token)).body).toMatchObject({ code });
    expect((await desk.get('/activation', { token })).body).toMatchObject({ step });
    desk.world.allow();
    expect((await WEAPP_STEPS[step]!(desk, token)).status).toBe(200);
  });

  test('参保信息未同步: a person without insured record is sent to the bureau with its hotline (ACT-5)', async () => {
    const desk = await openCity();
    desk.world.state.records = [];
    const token = await signedIn(desk);
    await activated(desk, token, { until: 'authorisation' });
    const { body } = await WEAPP_STEPS['authorisation']!(desk, token);
    expect(body).toMatchObject({ code: 'INSURED_NOT_FOUND', remedy: '参保信息尚未同步到医保局，请联系参保地医保局（电话12393）。' });
  });

  test('参保地未开通: the region is shown, refused, and the wish to be told is kept once (ACT-5)', async () => {
    const desk = await openCity();
    desk.world.state.records = [{ region: '371700', insutype: '390', suspended: false, insuredSince: '2020-01-01' }];
    const token = await signedIn(desk);
    await activated(desk, token, { until: 'region' });
    expect((await desk.post('/activation/region', { region: '371700' }, { token })).body).toMatchObject({ code: 'REGION_NOT_OPEN', title: '菏泽市还没有开通医保码' });
    const wish = await desk.post('/region/opening', { region: '371700' }, { token });
    desk.wait(60_000);
    expect((await desk.post('/region/opening', { region: '371700' }, { token })).body).toEqual(wish.body);
  });

  test('a region that demands half a year refuses a newly insured person with the day (ACT-7)', async () => {
    const desk = await openCity();
    desk.world.state.records = [{ region: '350300', insutype: '310', suspended: false, insuredSince: '2026-08-31' }];
    const token = await signedIn(desk);
    await activated(desk, token, { until: 'authorisation' });
    expect((await WEAPP_STEPS['authorisation']!(desk, token)).body).toMatchObject({ code: 'INSURED_TOO_NEW', details: { months: 6, since: '2026-08-31', from: '2027-02-28' } });
  });

  test('only a region of the person’s own insurance can be chosen', async () => {
    const desk = await openCity();
    const token = await signedIn(desk);
    await activated(desk, token, { until: 'region' });
    expect((await desk.post('/activation/region', { region: '370200' }, { token })).body).toMatchObject({ code: 'REGION_NOT_YOURS' });
  });

  test('a child is sent to the parents’ family account (FAM-3)', async () => {
    const desk = await openCity();
    const token = await signedIn(desk);
    await activated(desk, token, { until: 'identity' });
    const child = { name: '张小小', idNumber: '999999201201010029', code: 'c' };
    expect((await desk.post('/activation/identity', child, { token })).body).toMatchObject({ code: 'UNDER_AGE' });
  });

  test('the face is never believed from the phone: without a verification begun here there is no result', async () => {
    const desk = await openCity();
    const token = await signedIn(desk);
    await activated(desk, token, { until: 'face' });
    expect((await desk.post('/activation/face/result', { passed: true }, { token })).body).toMatchObject({ code: 'REQUEST_MALFORMED', fields: [{ field: 'passed' }] });
    expect((await desk.post('/activation/face/result', {}, { token })).body).toMatchObject({ code: 'FACE_CANCELLED' });
  });

  test('faces are limited by the day', async () => {
    const desk = await openCity();
    const token = await signedIn(desk);
    await activated(desk, token, { until: 'face' });
    for (let i = 0; i < 10; i += 1) await desk.post('/activation/face', {}, { token });
    expect((await desk.post('/activation/face', {}, { token })).body).toMatchObject({ code: 'FACE_TOO_MANY' });
    desk.wait(24 * 3600_000 - 1);
    expect((await desk.post('/activation/face', {}, { token: await signedIn(desk) })).status).toBe(200);
  });

  test('on Alipay another account’s consent is not taken for one’s own', async () => {
    const desk = await openCity();
    const token = await signedIn(desk, { channel: 'alipay', who: 'eve' });
    expect((await ALIPAY_STEPS['agreement']!(desk, token)).body).toMatchObject({ code: 'ID_CODE_REJECTED' });
  });
});

describe('the message with the code (ACT-2)', () => {
  const atPhone = async () => {
    const desk = await openCity();
    const token = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, token, { steps: ALIPAY_STEPS, until: 'phone' });
    return { desk, token, send: () => desk.post('/activation/phone', { packet: '{"response":"x"}' }, { token }), confirm: (code: string) => desk.post('/activation/phone/code', { code }, { token }) };
  };

  test('goes to the account’s own phone, masked in the answer', async () => {
    const { desk, send } = await atPhone();
    expect((await send()).body).toMatchObject({ activation: { phone: '139****5080' } });
    expect(desk.world.state.smsTo).toEqual(['13900005080']);
  });

  test('is sent once in a minute, also when asked for at the same time', async () => {
    const { desk, send } = await atPhone();
    await Promise.all([send(), send(), send()]);
    expect(desk.world.state.smsTo).toHaveLength(1);
    expect((await send()).body).toMatchObject({ code: 'SMS_TOO_SOON', details: { seconds: 60 } });
  });

  test('can be asked for again at once when it could not be sent', async () => {
    const { desk, send } = await atPhone();
    desk.world.refuse('sendCode', 'UPSTREAM_BUSY');
    expect((await send()).status).toBe(503);
    desk.world.allow();
    expect((await send()).status).toBe(200);
  });

  test('allows five tries, then a new one is needed', async () => {
    const { desk, send, confirm } = await atPhone();
    await send();
    for (const left of [4, 3, 2, 1]) expect((await confirm('111111')).body).toMatchObject({ code: 'SMS_WRONG', details: { left } });
    expect((await confirm('111111')).body).toMatchObject({ code: 'SMS_EXPIRED' });
    expect((await confirm('246810')).body).toMatchObject({ code: 'SMS_EXPIRED' });
    desk.wait(60_000);
    await send();
    expect((await confirm('246810')).body).toMatchObject({ step: 'pin' });
  });

  test('expires after five minutes', async () => {
    const { desk, send, confirm } = await atPhone();
    await send();
    desk.wait(5 * 60_000);
    expect((await confirm('246810')).body).toMatchObject({ code: 'SMS_EXPIRED' });
  });
});

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
