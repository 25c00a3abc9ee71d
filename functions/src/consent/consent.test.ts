import { AGREEMENTS, type Channel, FACE_CONSENT } from '@yibao/shared';
import { rowsOf, trailFlaws } from '../testing/trail-flaws';
import { activated, ALIPAY_STEPS, openCity, signedIn, WEAPP_STEPS } from '../testing/story';
import type { Desk } from '../testing/desk';

interface Line {
  readonly purpose: string;
  readonly valid: boolean;
  readonly withdrawnAt?: string;
}

const consentsOf = async (desk: Desk, token: string) => (await desk.get('/consents', { token })).body['consents'] as Line[];
const purposesOf = async (desk: Desk, token: string) => (await consentsOf(desk, token)).map(({ purpose }) => purpose).sort();

async function before(step: string) {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token, { until: step });
  return { desk, token };
}

describe('a consent is written with the step that it belongs to', () => {
  test.each([
    ['identity', ['service']],
    ['authorisation', ['service']],
    ['face', ['reading', 'service']],
    ['region', ['face', 'reading', 'service']],
  ])('before %s there are %j', async (step, purposes) => {
    const { desk, token } = await before(step);
    expect(await purposesOf(desk, token)).toEqual(purposes);
  });

  test('with version and hash of the text, channel and time', async () => {
    const { desk, token } = await before('identity');
    const { version, hash, title } = AGREEMENTS.service;
    expect(await consentsOf(desk, token)).toEqual([{ purpose: 'service', title, version, hash, channel: 'weapp', at: '2026-11-22T02:00:00.000Z', valid: true }]);
  });

  test('also on Alipay, where one step carries both texts', async () => {
    const desk = await openCity();
    const token = await signedIn(desk, { channel: 'alipay' });
    await activated(desk, token, { steps: ALIPAY_STEPS, until: 'face' });
    expect(await purposesOf(desk, token)).toEqual(['reading', 'service']);
  });

  test('not at all where the step is refused', async () => {
    const { desk, token } = await before('authorisation');
    desk.world.refuse('insuredRecords', 'INSURED_NOT_FOUND');
    await WEAPP_STEPS['authorisation']!(desk, token);
    expect(await purposesOf(desk, token)).toEqual(['service']);
  });

  test('once, however often the step is repeated', async () => {
    const { desk, token } = await before('region');
    for (const step of ['agreement', 'authorisation', 'face']) await WEAPP_STEPS[step]!(desk, token);
    expect(await purposesOf(desk, token)).toEqual(['face', 'reading', 'service']);
  });
});

describe('the face needs a consent of its own', () => {
  const start = (desk: Desk, token: string, body: object = {}) => desk.post('/activation/face', body, { token });

  test('without it the platform hears nothing, and the other way is told', async () => {
    const { desk, token } = await before('face');
    const { body } = await start(desk, token);
    expect(body).toMatchObject({ code: 'FACE_CONSENT_REQUIRED', details: { version: FACE_CONSENT.version } });
    expect(body['remedy']).toContain('窗口');
    expect(desk.world.calls).not.toContain('startFace');
  });

  test('to the text as it is now', async () => {
    const { desk, token } = await before('face');
    expect((await start(desk, token, { consent: '2020-01-01' })).body).toMatchObject({ code: 'AGREEMENT_OUTDATED' });
  });

  test('is not asked again where it is on record', async () => {
    const { desk, token } = await before('face');
    await start(desk, token, { consent: FACE_CONSENT.version });
    expect((await start(desk, token)).status).toBe(200);
  });

  test('is on record even when the platform then fails', async () => {
    const { desk, token } = await before('face');
    desk.world.refuse('startFace', 'UPSTREAM_BUSY');
    await start(desk, token, { consent: FACE_CONSENT.version });
    expect(await purposesOf(desk, token)).toContain('face');
  });

  test('is asked again after it was withdrawn', async () => {
    const { desk, token } = await before('face');
    await start(desk, token, { consent: FACE_CONSENT.version });
    await desk.post('/consent/withdraw', { purpose: 'face' }, { token });
    expect((await start(desk, token)).body).toMatchObject({ code: 'FACE_CONSENT_REQUIRED' });
    expect((await start(desk, token, { consent: FACE_CONSENT.version })).status).toBe(200);
    expect((await consentsOf(desk, token)).map(({ purpose, valid }) => [purpose, valid])).toEqual(expect.arrayContaining([['face', true], ['face', false]]));
  });
});

describe.each(['weapp', 'alipay'] as const)('withdrawing on %s', (channel: Channel) => {
  const steps = channel === 'weapp' ? WEAPP_STEPS : ALIPAY_STEPS;

  async function holder() {
    const desk = await openCity();
    const token = await signedIn(desk, { channel });
    await activated(desk, token, { steps });
    return { desk, token };
  }

  test.each(['face', 'reading'])('%s ends that one only: the code is shown as before', async (purpose) => {
    const { desk, token } = await holder();
    const { body } = await desk.post('/consent/withdraw', { purpose }, { token });
    expect((body['consents'] as Line[]).filter(({ withdrawnAt }) => withdrawnAt).map((line) => line.purpose)).toEqual([purpose]);
    expect(body['closing']).toBeUndefined();
    expect((await desk.post('/voucher/seed', {}, { token })).status).toBe(200);
  });

  test('twice changes nothing, and is told once', async () => {
    const { desk, token } = await holder();
    const first = await desk.post('/consent/withdraw', { purpose: 'face' }, { token });
    desk.wait(60_000);
    expect((await desk.post('/consent/withdraw', { purpose: 'face' }, { token })).body).toEqual(first.body);
    expect(rowsOf(desk).filter(({ event }) => (event as { type?: string } | undefined)?.type === 'consent.withdrawn')).toHaveLength(1);
  });

  test('and giving again are entries of the voucher’s trail', async () => {
    const { desk, token } = await holder();
    await desk.post('/consent/withdraw', { purpose: 'face' }, { token });
    const { body } = await desk.post('/consent', { purpose: 'face', version: FACE_CONSENT.version }, { token });
    expect((body['consents'] as Line[]).filter(({ purpose }) => purpose === 'face').map(({ valid }) => valid)).toEqual([true, false]);
    const trail = await desk.trail.of((await desk.vouchers.ofPerson('999999199003070012'))!);
    expect(trail.map(({ event }) => event.type)).toEqual(['voucher.activated', 'consent.withdrawn', 'consent.given']);
    expect(trailFlaws(desk)).toEqual([]);
  });
});

test('giving by itself: the present text only, and only what there is a text for', async () => {
  const { desk, token } = await before('region');
  expect((await desk.post('/consent', { purpose: 'face', version: '2020-01-01' }, { token })).body).toMatchObject({ code: 'AGREEMENT_OUTDATED' });
  expect((await desk.post('/consent', { purpose: 'marketing', version: '2026-11-22' }, { token })).status).toBe(422);
});

test('one account does not see another’s consents', async () => {
  const { desk } = await before('region');
  expect(await consentsOf(desk, await signedIn(desk, { who: 'eve' }))).toEqual([]);
});
