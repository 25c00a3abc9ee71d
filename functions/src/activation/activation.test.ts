import { FACE_CONSENT, type RefusalCode } from '@yibao/shared';
import { activated, ALIPAY_STEPS, openCity, signedIn, WEAPP_STEPS } from '../testing/story';

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
    for (let i = 0; i < 10; i += 1) await desk.post('/activation/face', { consent: FACE_CONSENT.version }, { token });
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
