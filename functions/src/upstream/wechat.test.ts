import { json, now, refusalOf, scriptedFetch } from './testing/scripted-fetch';
import { account, config, face, fresh, KEPT, person, weChat } from './testing/scripted-wechat';
import { weChatAt } from './wechat';
import { certHashOf } from './wechat-face';

test('cert_hash is that of the official example', () => {
  expect(certHashOf({ name: '张三', idNumber: '310101199801011234' })).toBe('3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b');
});

describe('the shared token', () => {
  const passed = json({ errcode: 0, verify_ret: 10000 });

  test('is used while it lasts', async () => {
    const { client, sent } = weChat([passed]);
    await client.faceResult(person, face);
    expect(sent.map(({ url }) => url.searchParams.get('access_token'))).toEqual(['kept']);
  });

  test.each([undefined, { ...KEPT, expiresAt: now().toISOString() }])('is asked for without force_refresh when there is none or it has ended, and kept until 5 minutes before its end', async (kept) => {
    const { client, sent, cache } = weChat([fresh, passed]);
    cache.token = kept;
    await client.faceResult(person, face);
    expect(JSON.parse(sent[0]!.body)).toEqual({ grant_type: 'client_credential', appid: 'wx1', secret: 's' });
    expect(cache.token).toEqual({ token: 'fresh', expiresAt: '2026-11-22T09:55:00.000Z' });
    expect(sent[1]?.url.searchParams.get('access_token')).toBe('fresh');
  });

  test.each([40001, 40014, 42001])('is renewed once when WeChat answers %d', async (errcode) => {
    const { client, sent } = weChat([json({ errcode }), fresh, passed]);
    await client.faceResult(person, face);
    expect(sent[2]?.url.searchParams.get('access_token')).toBe('fresh');
  });

  test('that another instance has renewed meanwhile is taken from the cache', async () => {
    const { client, sent, cache } = weChat([
      () => {
        cache.token = { ...KEPT, token: 'renewed elsewhere' };
        return Response.json({ errcode: 40001 });
      },
      passed,
    ]);
    await client.faceResult(person, face);
    expect(sent[1]?.url.searchParams.get('access_token')).toBe('renewed elsewhere');
  });

  test('rejected twice is UPSTREAM_BUSY, without a third try', async () => {
    const { client, sent } = weChat([json({ errcode: 40001 }), fresh, json({ errcode: 40001 })]);
    expect(await refusalOf(client.faceResult(person, face))).toEqual({ code: 'UPSTREAM_BUSY', details: {} });
    expect(sent).toHaveLength(3);
  });

  test('refused by WeChat is UPSTREAM_BUSY', async () => {
    const { client, cache } = weChat([json({ errcode: 40125, errmsg: 'invalid appsecret' })]);
    cache.token = undefined;
    expect((await refusalOf(client.faceResult(person, face))).code).toBe('UPSTREAM_BUSY');
  });
});

describe('signing in', () => {
  test('redeems the code', async () => {
    const { client, sent } = weChat([json({ openid: 'o1', session_key: 'k' })]);
    await expect(client.signIn('c1')).resolves.toEqual({ openId: 'o1' });
    expect(Object.fromEntries(sent[0]!.url.searchParams)).toEqual({ appid: 'wx1', secret: 's', js_code: 'c1', grant_type: 'authorization_code' });
  });

  test.each([
    [40029, 'PLATFORM_CODE_REJECTED'],
    [40163, 'PLATFORM_CODE_REJECTED'],
    [40226, 'PLATFORM_CODE_REJECTED'],
    [45011, 'UPSTREAM_BUSY'],
    [-1, 'UPSTREAM_BUSY'],
  ])('errcode %d is %s', async (errcode, code) => {
    expect((await refusalOf(weChat([json({ errcode, errmsg: '' })]).client.signIn('c1'))).code).toBe(code);
  });

  test('an answer without openid is UPSTREAM_BUSY', async () => {
    expect((await refusalOf(weChat([json({ session_key: 'k' })]).client.signIn('c1'))).code).toBe('UPSTREAM_BUSY');
  });
});

describe('ACT-4 the real name', () => {
  test('passes when account, name and number belong together', async () => {
    const { client, sent } = weChat([json({ errcode: 0, verify_openid: 'V_OP_NM_MA', verify_real_name: 'V_NM_ID_MA' })]);
    await expect(client.checkRealName(person, account)).resolves.toBeUndefined();
    expect(JSON.parse(sent[0]!.body)).toEqual({ openid: 'o1', real_name: '张三', cred_id: person.idNumber, cred_type: '1', code: 'c1' });
  });

  test.each([
    [{ errcode: 40029 }, 'ID_CODE_REJECTED', {}],
    [{ errcode: 40163 }, 'ID_CODE_REJECTED', {}],
    [{ errcode: 48001 }, 'UPSTREAM_BUSY', {}],
    [{ errcode: 0, verify_openid: 'V_OP_NA' }, 'ID_NO_REALNAME', { platform: '微信' }],
    [{ errcode: 0, verify_openid: 'V_OP_NM_UM' }, 'ID_MISMATCH', { platform: '微信' }],
    [{ errcode: 0, verify_openid: 'V_OP_NM_MA;V_OP_NM_UM', verify_real_name: 'V_NM_ID_MA' }, 'ID_MISMATCH', { platform: '微信' }],
    [{ errcode: 0, verify_openid: 'V_OP_NM_MA', verify_real_name: 'V_NM_ID_UM' }, 'ID_MISMATCH', { platform: '微信' }],
    [{ errcode: 0, verify_openid: 'V_OP_NM_MA' }, 'ID_MISMATCH', { platform: '微信' }],
    [{ errcode: 0 }, 'UPSTREAM_BUSY', {}],
  ])('%j is %s', async (answer, code, details) => {
    expect(await refusalOf(weChat([json(answer)]).client.checkRealName(person, account))).toEqual({ code, details });
  });
});

test('an account without photo is told what to send in', async () => {
  const { client } = weChat([json({ errcode: 0, verify_ret: 10026 })]);
  expect(await refusalOf(client.faceResult(person, face))).toEqual({ code: 'FACE_NO_PHOTO', details: { account: '微信号' } });
});

test('what WeChat declines leaves a line with its errcode', async () => {
  const lines: unknown[] = [];
  const { fetch } = scriptedFetch(json({ errcode: 40013 }));
  const tokens = { read: async () => KEPT, write: async () => {} };
  await refusalOf(weChatAt(config, { fetch, now, tokens, log: (line) => lines.push(line) }).signIn('c1'));
  expect(lines).toEqual([{ upstream: 'weapp', call: 'jscode2session', outcome: 'declined', detail: 'errcode 40013', ms: 0 }]);
});

describe('ACT-6 the face', () => {
  test('is opened for this person and account', async () => {
    const { client, sent } = weChat([json({ errcode: 0, verify_id: 'v1', expires_in: 3600 })]);
    await expect(client.startFace(person, { openId: 'o1', orderNo: 'n1' })).resolves.toEqual({
      reference: { id: 'v1', orderNo: 'n1' },
      task: { channel: 'weapp', verifyId: 'v1' },
    });
    expect(JSON.parse(sent[0]!.body)).toEqual({
      out_seq_no: 'n1',
      cert_info: { cert_type: 'IDENTITY_CARD', cert_name: '张三', cert_no: person.idNumber },
      openid: 'o1',
    });
  });

  test('passes only with errcode 0 and verify_ret 10000, asked for the very same person, account and number', async () => {
    const { client, sent } = weChat([json({ errcode: 0, verify_ret: 10000 })]);
    await expect(client.faceResult(person, face)).resolves.toBeUndefined();
    expect(JSON.parse(sent[0]!.body)).toEqual({ verify_id: 'v1', out_seq_no: 'n1', cert_hash: certHashOf(person), openid: 'o1' });
  });

  test.each([
    [90004, 'FACE_CANCELLED'],
    [90010, 'FACE_CANCELLED'],
    [10300, 'FACE_CANCELLED'],
    [10002, 'FACE_LIGHT'],
    [90011, 'FACE_LIGHT'],
    [90007, 'FACE_NETWORK'],
    [90012, 'FACE_NETWORK'],
    [10026, 'FACE_NO_PHOTO'],
    [10003, 'FACE_MISMATCH'],
    [10004, 'FACE_MISMATCH'],
    [90001, 'FACE_UNSUPPORTED'],
    [90109, 'FACE_UNSUPPORTED'],
    [10001, 'UPSTREAM_BUSY'],
    [90199, 'UPSTREAM_BUSY'],
    [0, 'UPSTREAM_BUSY'],
  ])('verify_ret %d is %s', async (verify_ret, code) => {
    expect((await refusalOf(weChat([json({ errcode: 0, verify_ret })]).client.faceResult(person, face))).code).toBe(code);
  });

  test.each([{ errcode: 40097, verify_ret: 10000 }, { errcode: 0 }, { errcode: 0, verify_ret: '10000' }])('%j does not pass', async (answer) => {
    expect((await refusalOf(weChat([json(answer)]).client.faceResult(person, face))).code).toBe('UPSTREAM_BUSY');
  });
});
