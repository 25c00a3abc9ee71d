import { AGREEMENTS, type OptionalPurpose } from '@yibao/shared';
import type { Answer, Desk } from '../testing/desk';
import { bindingsOf } from '../testing/bindings';
import { openBureau } from '../testing/bureau-desk';
import { ADA } from '../testing/outside-world';
import { activated, openCity, PIN, scan, seedOf, shownBy, signedIn, WEAPP_STEPS } from '../testing/story';

type Flow = (desk: Desk, token: string) => Promise<Answer | { readonly status: number }>;

const confirmed = (action: string, flow: Flow): Flow => async (desk, token) => {
  const { status, body } = await desk.post('/session/step-up', { action, pin: PIN }, { token });
  expect([action, status, body.code]).toEqual([action, 200, undefined]);
  return flow(desk, token);
};

const changesPhone: Flow = async (desk, token) => {
  await desk.post('/phone/new', { phone: '13900008888' }, { token });
  await desk.post('/phone/new/code', { code: '246810' }, { token });
  return confirmed('change-phone', () => desk.post('/phone', {}, { token }))(desk, token);
};

const showsCode: Flow = async (desk, token) => {
  const { body } = await scan(desk, shownBy(await seedOf(desk, token), desk.clock.at));
  return { status: body.code === 0 ? 200 : 500 };
};

const unbinds = confirmed('unbind', async (desk, token) => desk.post('/binding/unbind', { binding: (await bindingsOf(desk, token)).find(({ current }) => current)!.id, reason: 'not-wanted' }, { token }));

/** Whatever a holder does with a voucher. */
const FLOWS: Readonly<Record<string, Flow>> = {
  'the code is shown and accepted': showsCode,
  'the PIN opens it': (desk, token) => desk.post('/voucher/unlock', { pin: PIN }, { token }),
  'when the PIN is asked for is chosen': (desk, token) => desk.post('/voucher/pin-policy', { policy: 'always' }, { token }),
  'uses are looked at': (desk, token) => desk.get('/voucher/uses', { token }),
  'the voucher is read': (desk, token) => desk.get('/voucher', { token }),
  'the card is put into the wallet': (desk, token) => desk.post('/wallet/card', {}, { token }),
  'the phone number is changed': changesPhone,
  'devices are looked at': (desk, token) => desk.get('/sessions', { token }),
  'other devices are signed out': confirmed('end-sessions', (desk, token) => desk.post('/session/end', {}, { token })),
  'bindings are looked at': (desk, token) => desk.get('/bindings', { token }),
  'a problem is reported': (desk, token) => desk.post('/feedback', { kind: 'face-unsupported', contact: { kind: 'wechat', value: 'wxid_ada2026' }, region: '370100' }, { token }),
  'regions are looked at': (desk, token) => desk.get('/regions', { token }),
  'an opening is waited for': (desk, token) => desk.post('/region/opening', { region: '371700' }, { token }),
  'consents are looked at': (desk, token) => desk.get('/consents', { token }),
  'the own data are copied': confirmed('export-data', (desk, token) => desk.get('/account/data', { token })),
  'the channel is unbound': unbinds,
  'the account is closed': confirmed('close-account', (desk, token) => desk.post('/account/close', {}, { token })),
};

async function without(purposes: readonly OptionalPurpose[]) {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  for (const purpose of purposes) expect((await desk.post('/consent/withdraw', { purpose }, { token })).status).toBe(200);
  return { desk, token };
}

const WITHDRAWN: readonly (readonly [string, readonly OptionalPurpose[]])[] = [['the face', ['face']], ['reading the insured record', ['reading']], ['both', ['face', 'reading']]];

describe.each(WITHDRAWN)('who has withdrawn %s', (_what, purposes) => {
  test.each(Object.entries(FLOWS))('does the same as everybody: %s', async (_name, flow) => {
    const { desk, token } = await without(purposes);
    const { desk: others, token: other } = await without([]);
    const [mine, theirs] = [await flow(desk, token), await flow(others, other)];
    expect(mine.status).toBe(200);
    expect(theirs.status).toBe(200);
  });

  test('is still told of what happens to the voucher', async () => {
    const { desk, token } = await without(purposes);
    for (let i = 0; i < 5; i += 1) await desk.post('/voucher/unlock', { pin: '746281' }, { token });
    await desk.follow();
    await desk.push();
    expect(desk.world.state.told.map(({ way }) => way)).toEqual(['weapp']);
  });
});

test('who has withdrawn the face is asked by no platform for it, in no step, until it is given again', async () => {
  const { desk, token } = await without(['face']);
  const { length } = desk.world.calls;
  for (const action of ['reset-pin', 'unbind', 'close-account']) expect((await desk.post('/session/step-up/face', { action }, { token })).body).toMatchObject({ code: 'FACE_CONSENT_REQUIRED' });
  expect(desk.world.calls.slice(length)).toEqual([]);
});

test('who has withdrawn the reading is not looked up again before it is agreed to anew', async () => {
  const { desk, token } = await without(['reading']);
  await unbinds(desk, token);
  const again = await signedIn(desk, { channel: 'weapp' });
  const before = desk.world.calls.filter((call) => call === 'insuredRecords').length;
  await activated(desk, again, { until: 'authorisation' });
  expect(desk.world.calls.filter((call) => call === 'insuredRecords')).toHaveLength(before);
  expect((await desk.post('/activation/authorisation', { version: AGREEMENTS.reading.version }, { token: again })).status).toBe(200);
  expect(((await desk.get('/consents', { token: again })).body['consents'] as { purpose: string; valid: boolean }[]).filter(({ purpose }) => purpose === 'reading').map(({ valid }) => valid)).toEqual([true, false]);
});

test('who refuses the face at first is checked by a desk and has the same voucher', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token, { until: 'face' });
  expect((await desk.post('/activation/face', {}, { token })).body).toMatchObject({ code: 'FACE_CONSENT_REQUIRED' });
  const { ticket } = (await desk.post('/feedback', { kind: 'face-unsupported', contact: { kind: 'wechat', value: 'wxid_ada2026' }, region: '370100' }, { token })).body;
  const { asker } = await openBureau(desk);
  await desk.post('/hotline/complete-activation', { idNumber: ADA.idNumber, ticket, checks: ['original-document', 'documents'] }, { token: asker });
  for (const step of ['region', 'pin']) expect((await WEAPP_STEPS[step]!(desk, token)).status).toBe(200);
  expect(await showsCode(desk, token)).toEqual({ status: 200 });
  expect(desk.world.calls).not.toContain('startFace');
  expect(((await desk.get('/consents', { token })).body['consents'] as { purpose: string }[]).map(({ purpose }) => purpose).sort()).toEqual(['reading', 'service']);
});
