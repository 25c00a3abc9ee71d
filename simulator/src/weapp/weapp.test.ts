import { HOUR, MINUTE } from '@yibao/shared';
import { outsideWithClients, orderNo, refusalCode, type World } from '../testing/real-clients';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

const login = async (person: string) => (await world.phone('weapp/login', person)).code!;

describe('signing in', () => {
  test('gives the account of the phone’s owner', async () => {
    await expect(world.wechat.signIn(await login('ok'))).resolves.toEqual({ openId: world.person('ok').openId.weapp });
  });

  test('a code works once', async () => {
    const code = await login('ok');
    await world.wechat.signIn(code);
    expect(await refusalCode(world.wechat.signIn(code))).toBe('PLATFORM_CODE_REJECTED');
  });

  test('a code works for five minutes', async () => {
    const code = await login('ok');
    world.pass(5 * MINUTE);
    expect(await refusalCode(world.wechat.signIn(code))).toBe('PLATFORM_CODE_REJECTED');
  });

  test('an invented code is refused', async () => {
    expect(await refusalCode(world.wechat.signIn('invented'))).toBe('PLATFORM_CODE_REJECTED');
  });
});

describe('the real name', () => {
  const check = async (id: string, claimed = world.person(id), owner = id) =>
    world.wechat.checkRealName(claimed, { openId: world.person(id).openId.weapp, code: (await world.phone('weapp/realname', owner)).code! });

  test.each([
    ['ok', 'not refused'],
    ['borrowed', 'ID_MISMATCH'],
    ['no-realname', 'ID_NO_REALNAME'],
  ])('of %s: %s', async (id, code) => {
    expect(await refusalCode(check(id))).toBe(code);
  });

  test('with the right name and another number is refused', async () => {
    expect(await refusalCode(check('ok', { ...world.person('ok'), idNumber: world.person('retired').idNumber }))).toBe('ID_MISMATCH');
  });

  test('with the consent of another account is refused', async () => {
    expect(await refusalCode(check('ok', world.person('ok'), 'retired'))).not.toBe('not refused');
  });

  test('a consent works once', async () => {
    const person = world.person('ok');
    const account = { openId: person.openId.weapp, code: (await world.phone('weapp/realname', 'ok')).code! };
    await world.wechat.checkRealName(person, account);
    expect(await refusalCode(world.wechat.checkRealName(person, account))).toBe('ID_CODE_REJECTED');
  });
});

describe('the phone number', () => {
  const numberOf = async (id: string, { owner = id, ...more }: { owner?: string; foreign?: true; other?: true } = {}) =>
    world.wechat.phoneOf((await world.phone('weapp/phone-number', owner, more)).code!, { openId: world.person(id).openId.weapp });

  test('is that of the account, as it is now', async () => {
    expect(await numberOf('ok')).toBe(world.person('ok').phone);
    world.outside.people.change('ok', { weappPhone: '13900009999' });
    expect(await numberOf('ok')).toBe('13900009999');
  });

  test('may be another one that the person adds, which is theirs from then on', async () => {
    const other = await numberOf('ok', { other: true });
    expect(other).not.toBe(world.person('ok').phone);
    expect(world.person('ok').accountPhone.weapp).toBe(other);
  });

  test('of another country is refused in plain words', async () => {
    expect(await refusalCode(numberOf('ok', { foreign: true }))).toBe('PHONE_FOREIGN');
  });

  test('that the holder of another account gave is refused', async () => {
    expect(await refusalCode(numberOf('ok', { owner: 'retired' }))).toBe('PHONE_PACKET_REJECTED');
  });

  test('a code works once, for five minutes from the tap', async () => {
    const openId = world.person('ok').openId.weapp;
    const [used, old] = [(await world.phone('weapp/phone-number', 'ok')).code!, (await world.phone('weapp/phone-number', 'ok')).code!];
    await world.wechat.phoneOf(used, { openId });
    expect(await refusalCode(world.wechat.phoneOf(used, { openId }))).toBe('PHONE_PACKET_REJECTED');
    world.pass(5 * MINUTE);
    expect(await refusalCode(world.wechat.phoneOf(old, { openId }))).toBe('PHONE_PACKET_REJECTED');
  });

  test('asked for too often is busy for the rest of the minute', async () => {
    const ask = () => refusalCode(world.wechat.phoneOf('invented', { openId: 'o' }));
    for (let i = 0; i < 100; i += 1) expect(await ask()).toBe('PHONE_PACKET_REJECTED');
    expect(await ask()).toBe('UPSTREAM_BUSY');
    world.pass(MINUTE);
    expect(await ask()).toBe('PHONE_PACKET_REJECTED');
  });
});

describe('the face', () => {
  const start = (id: string) => world.wechat.startFace(world.person(id), { openId: world.person(id).openId.weapp, orderNo: orderNo() });
  const result = (id: string, reference: { id: string; orderNo: string }) => world.wechat.faceResult(world.person(id), { openId: world.person(id).openId.weapp, reference });
  const shown = async (id: string, more: object = {}) => {
    const { reference } = await start(id);
    const seen = await world.phone<{ passed: boolean }>('weapp/face', id, { verifyId: reference.id, ...more });
    return { seen, refusal: await refusalCode(result(id, reference)) };
  };

  test.each([
    ['ok', true, 'not refused'],
    ['no-photo', false, 'FACE_NO_PHOTO'],
    ['mismatch', false, 'FACE_MISMATCH'],
    ['face-unsupported', false, 'FACE_UNSUPPORTED'],
    ['face-light', false, 'FACE_LIGHT'],
    ['face-network', false, 'FACE_NETWORK'],
  ])('of %s: passed %s, %s', async (id, passed, refusal) => {
    expect(await shown(id)).toMatchObject({ seen: { passed }, refusal });
  });

  test('in bad light passes at the second try', async () => {
    await shown('face-light');
    expect((await shown('face-light')).refusal).toBe('not refused');
  });

  test('cancelled', async () => {
    expect((await shown('ok', { cancel: true })).refusal).toBe('FACE_CANCELLED');
  });

  test('never shown does not pass, whatever the phone says', async () => {
    const { reference } = await start('ok');
    expect(await refusalCode(result('ok', reference))).toBe('FACE_CANCELLED');
  });

  test('of somebody else, before the camera of another phone, does not count', async () => {
    const { reference } = await start('ok');
    await world.phone('weapp/face', 'retired', { verifyId: reference.id });
    expect(await refusalCode(result('ok', reference))).toBe('FACE_CANCELLED');
  });

  test('shown more than an hour later does not count', async () => {
    const { reference } = await start('ok');
    world.pass(HOUR);
    await world.phone('weapp/face', 'ok', { verifyId: reference.id });
    expect(await refusalCode(result('ok', reference))).toBe('FACE_CANCELLED');
  });

  test('is not confirmed for another openid, order number or person', async () => {
    const { reference } = await start('ok');
    await world.phone('weapp/face', 'ok', { verifyId: reference.id });
    const ok = world.person('ok');
    const ask = (person = ok, openId = ok.openId.weapp, order = reference.orderNo) =>
      refusalCode(world.wechat.faceResult(person, { openId, reference: { id: reference.id, orderNo: order } }));
    expect(await ask(ok, world.person('retired').openId.weapp)).toBe('UPSTREAM_BUSY');
    expect(await ask(ok, ok.openId.weapp, orderNo())).toBe('UPSTREAM_BUSY');
    expect(await ask(world.person('retired'))).toBe('UPSTREAM_BUSY');
    expect(await ask()).toBe('not refused');
  });
});

describe('the token', () => {
  const opened = () => refusalCode(world.wechat.startFace(world.person('ok'), { openId: world.person('ok').openId.weapp, orderNo: orderNo() }));

  test('is replaced in one call after WeChat has revoked it', async () => {
    await opened();
    world.outside.revokeTokens();
    expect(await opened()).toBe('not refused');
  });

  test('lasts through its two hours and is renewed after them', async () => {
    await opened();
    world.pass(3 * HOUR);
    expect(await opened()).toBe('not refused');
  });

  test.each(['', '?access_token=invented'])('is asked for: "%s" gets nothing', async (query) => {
    const response = await fetch(`${world.outside.url}/cityservice/face/identify/queryverifyinfo${query}`, { method: 'POST', body: '{}' });
    expect(await response.json()).toMatchObject({ errcode: query === '' ? 41001 : 40001 });
  });

  test('is stable: asking again gives the same', async () => {
    const body = JSON.stringify({ grant_type: 'client_credential', appid: world.secret.wechat.appId, secret: world.secret.wechat.appSecret });
    const asked = () => fetch(`${world.outside.url}/cgi-bin/stable_token`, { method: 'POST', body }).then((response) => response.json() as Promise<{ access_token: string }>);
    expect((await asked()).access_token).toBe((await asked()).access_token);
  });
});
