import { alipayAt } from '@yibao/functions/src/upstream/alipay';
import { MINUTE } from '@yibao/shared';
import { newOutsideKeys } from '../outside';
import { outsideWithClients, orderNo, refusalCode, type World } from '../testing/real-clients';

let world: World;
const strangers = newOutsideKeys();
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

const authCode = async (kind: 'login' | 'auth-user', person: string) => (await world.phone(`alipay/${kind}`, person)).authCode!;

describe('the account', () => {
  test('signing in gives the account of the phone’s owner', async () => {
    await expect(world.alipay.signIn(await authCode('login', 'ok'))).resolves.toEqual({ openId: world.person('ok').openId.alipay });
  });

  test('a code works once, for five minutes', async () => {
    const [used, late] = [await authCode('login', 'ok'), await authCode('login', 'ok')];
    await world.alipay.signIn(used);
    expect(await refusalCode(world.alipay.signIn(used))).toBe('PLATFORM_CODE_REJECTED');
    world.pass(5 * MINUTE);
    expect(await refusalCode(world.alipay.signIn(late))).toBe('PLATFORM_CODE_REJECTED');
  });

  test('the real name is that behind the account', async () => {
    const { name, idNumber, openId } = world.person('ok');
    await expect(world.alipay.readRealName(await authCode('auth-user', 'ok'))).resolves.toEqual({ name, idNumber, openId: openId.alipay });
    expect(await world.alipay.readRealName(await authCode('auth-user', 'borrowed'))).not.toMatchObject({ name: world.person('borrowed').name });
  });

  test('an account without real name has none', async () => {
    expect(await refusalCode(world.alipay.readRealName(await authCode('auth-user', 'no-realname')))).toBe('ID_NO_REALNAME');
  });

  test('the silent consent does not give the real name', async () => {
    expect(await refusalCode(world.alipay.readRealName(await authCode('login', 'ok')))).toBe('UPSTREAM_BUSY');
  });
});

describe('signatures', () => {
  test('a call signed with another key is refused', async () => {
    const client = alipayAt({ ...world.secret.alipay, privateKey: strangers.alipay.appPrivateKey }, world.needs);
    expect(await refusalCode(client.signIn(await authCode('login', 'ok')))).toBe('UPSTREAM_BUSY');
  });

  test('an answer signed by somebody else is not believed', async () => {
    const client = alipayAt({ ...world.secret.alipay, alipayPublicKey: strangers.alipay.alipayPublicKey }, world.needs);
    expect(await refusalCode(client.signIn(await authCode('login', 'ok')))).toBe('UPSTREAM_BUSY');
  });

  test('an unsigned call gets isv.invalid-signature', async () => {
    const query = new URLSearchParams({ app_id: world.secret.alipay.appId, method: 'alipay.system.oauth.token', charset: 'utf-8', sign_type: 'RSA2', timestamp: '2026-11-22 16:00:00', version: '1.0' });
    const response = await fetch(`${world.secret.alipay.gateway}?${query.toString()}`, { method: 'POST' });
    expect(await response.json()).toMatchObject({ alipay_system_oauth_token_response: { code: '40002', sub_code: 'isv.invalid-signature' } });
  });
});

describe('the face', () => {
  const start = (id: string) => world.alipay.startFace(world.person(id), { openId: world.person(id).openId.alipay, orderNo: orderNo() });
  const shown = async (id: string, more: object = {}) => {
    const { reference, task } = await start(id);
    const seen = await world.phone('alipay/face', id, { certifyId: reference.id, ...('url' in task && { url: task.url }), ...more });
    return { ...seen, refusal: await refusalCode(world.alipay.faceResult(world.person(id), { openId: 'any', reference })) };
  };

  test.each([
    ['ok', '9000', 'not refused'],
    ['no-photo', '4000', 'FACE_NO_PHOTO'],
    ['mismatch', '4000', 'FACE_MISMATCH'],
    ['face-light', '4000', 'FACE_LIGHT'],
    ['face-network', '6002', 'FACE_CANCELLED'],
  ])('of %s: %s, %s', async (id, resultStatus, refusal) => {
    expect(await shown(id)).toEqual({ resultStatus, refusal });
  });

  test('cancelled', async () => {
    expect(await shown('ok', { cancel: true })).toEqual({ resultStatus: '6001', refusal: 'FACE_CANCELLED' });
  });

  test('behind a page that the app has not signed does not count', async () => {
    const { task } = await start('ok');
    const forged = 'url' in task ? task.url.replace(/sign=[^&]*/, 'sign=AAAA') : '';
    expect(await shown('ok', { url: forged })).toEqual({ resultStatus: '4000', refusal: 'FACE_CANCELLED' });
  });

  test('never shown does not pass', async () => {
    const { reference } = await start('ok');
    expect(await refusalCode(world.alipay.faceResult(world.person('ok'), { openId: 'any', reference }))).toBe('FACE_CANCELLED');
  });

  test('of somebody else does not pass', async () => {
    const { reference } = await start('ok');
    await world.phone('alipay/face', 'retired', { certifyId: reference.id });
    expect(await refusalCode(world.alipay.faceResult(world.person('ok'), { openId: 'any', reference }))).toBe('FACE_MISMATCH');
  });

  test('an order number works once', async () => {
    const same = { openId: 'any', orderNo: orderNo() };
    await world.alipay.startFace(world.person('ok'), same);
    expect(await refusalCode(world.alipay.startFace(world.person('ok'), same))).toBe('UPSTREAM_BUSY');
  });
});

test('the phone number comes in a packet that only our keys open', async () => {
  const { response } = await world.phone('alipay/phone-number', 'ok');
  expect(world.alipay.phoneIn(response!)).toBe(world.person('ok').phone);
  const stranger = alipayAt({ ...world.secret.alipay, encryptKey: strangers.alipay.encryptKey }, world.needs);
  expect(() => stranger.phoneIn(response!)).toThrow('PHONE_PACKET_REJECTED');
});
