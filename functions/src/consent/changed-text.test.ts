import { AGREEMENTS, type AgreementPurpose } from '@yibao/shared';
import type { Desk } from '../testing/desk';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn, WEAPP_STEPS } from '../testing/story';

const NEXT = { version: '2027-03-01', hash: 'b'.repeat(64), title: '新的文本' };

/** The bureau publishes another text. */
const publish = (purpose: AgreementPurpose) => jest.replaceProperty(AGREEMENTS, purpose, { ...AGREEMENTS[purpose], ...NEXT });

afterEach(() => jest.restoreAllMocks());

interface Line {
  readonly purpose: string;
  readonly version: string;
  readonly hash: string;
  readonly valid: boolean;
}

const linesOf = async (desk: Desk, token: string, purpose: string) => ((await desk.get('/consents', { token })).body['consents'] as Line[]).filter((line) => line.purpose === purpose).map(({ version, valid }) => [version, valid]);

async function holder() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  return { desk, token };
}

describe.each(['service', 'reading', 'face'] as const)('a new text of %s', (purpose) => {
  test('leaves the consent as it was given, and says that it is to a former text', async () => {
    const before = AGREEMENTS[purpose];
    const { desk, token } = await holder();
    publish(purpose);
    expect(await linesOf(desk, token, purpose)).toEqual([[before.version, false]]);
    expect((await desk.post('/voucher/seed', {}, { token })).status).toBe(200);
  });

  test('can be agreed to by who agreed to the former, by its own version alone, and both stay on record', async () => {
    const before = AGREEMENTS[purpose];
    const { desk, token } = await holder();
    publish(purpose);
    desk.wait(1000);
    expect((await desk.post('/consent', { purpose, version: before.version }, { token })).body).toMatchObject({ code: 'AGREEMENT_OUTDATED', details: { version: NEXT.version } });
    const { body } = await desk.post('/consent', { purpose, version: NEXT.version }, { token });
    expect((body['consents'] as Line[])[0]).toMatchObject({ purpose, version: NEXT.version, hash: NEXT.hash, valid: true });
    expect(await linesOf(desk, token, purpose)).toEqual([[NEXT.version, true], [before.version, false]]);
  });
});

test('a version that never was is nobody’s consent', async () => {
  const { desk, token } = await holder();
  for (const purpose of ['service', 'reading', 'face']) expect((await desk.post('/consent', { purpose, version: '2030-01-01' }, { token })).body).toMatchObject({ code: 'AGREEMENT_OUTDATED' });
});

test('the face is asked for again when its text has changed, in the activation and at a confirmation', async () => {
  const { desk, token } = await holder();
  const late = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, late, { steps: ALIPAY_STEPS, until: 'face' });
  const former = AGREEMENTS.face.version;
  publish('face');
  expect((await desk.post('/activation/face', { consent: former }, { token: late })).body).toMatchObject({ code: 'AGREEMENT_OUTDATED' });
  expect((await desk.post('/session/step-up/face', { action: 'reset-pin' }, { token })).body).toMatchObject({ code: 'FACE_CONSENT_REQUIRED', details: { version: NEXT.version } });
  await desk.post('/consent', { purpose: 'face', version: NEXT.version }, { token });
  expect((await desk.post('/session/step-up/face', { action: 'reset-pin' }, { token })).status).toBe(200);
});

test('who holds an app with former texts does not begin an activation with them: what is recorded is what was shown', async () => {
  const desk = await openCity();
  const [weapp, alipay] = [await signedIn(desk), await signedIn(desk, { channel: 'alipay' })];
  const asked = { version: AGREEMENTS.service.version, code: 'ada' };
  const former = AGREEMENTS.reading.version;
  expect((await desk.post('/activation/agreement', asked, { token: alipay })).body).toMatchObject({ code: 'AGREEMENT_OUTDATED' });
  publish('reading');
  expect((await desk.post('/activation/agreement', { ...asked, reading: former }, { token: alipay })).body).toMatchObject({ code: 'AGREEMENT_OUTDATED', details: { version: NEXT.version } });
  for (const step of ['agreement', 'identity']) expect((await WEAPP_STEPS[step]!(desk, weapp)).status).toBe(200);
  expect((await desk.post('/activation/authorisation', { version: former }, { token: weapp })).body).toMatchObject({ code: 'AGREEMENT_OUTDATED' });
  for (const token of [weapp, alipay]) expect(await linesOf(desk, token, 'reading')).toEqual([]);
});

test('the service agreement is agreed to by itself only after an activation, not before and not after a withdrawal', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  const again = () => desk.post('/consent', { purpose: 'service', version: AGREEMENTS.service.version }, { token });
  expect((await again()).body).toMatchObject({ code: 'STEP_OUT_OF_ORDER' });
  await activated(desk, token);
  expect((await again()).status).toBe(200);
  await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token });
  await desk.post('/consent/withdraw', { purpose: 'service' }, { token });
  expect((await again()).body).toMatchObject({ code: 'STEP_OUT_OF_ORDER' });
  expect((await linesOf(desk, token, 'service')).length).toBe(1);
});
