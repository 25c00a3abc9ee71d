import { createCipheriv, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { AlipaySdk } from 'alipay-sdk';
import { alipayAt } from './alipay';
import { AlipayConfig } from './alipay-keys';
import { now, refusalOf, scriptedFetch } from './testing/scripted-fetch';

const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
const alipay = generateKeyPairSync('rsa', { modulusLength: 2048 });
const contentKey = randomBytes(16);
const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64');

const config = AlipayConfig.parse({
  appId: '2021000000000001',
  privateKey: own.privateKey.export({ type: 'pkcs1', format: 'der' }).toString('base64'),
  alipayPublicKey: spki(alipay.publicKey),
  encryptKey: contentKey.toString('base64'),
});
/** The official SDK in Alipay's place: it believes what our own key has signed. */
const judge = new AlipaySdk({ appId: 'x', privateKey: config.privateKey, alipayPublicKey: spki(own.publicKey), encryptKey: config.encryptKey });
/** The official SDK in our place: it believes what Alipay's key has signed. */
const reader = new AlipaySdk({ appId: 'x', privateKey: config.privateKey, alipayPublicKey: config.alipayPublicKey, encryptKey: config.encryptKey });

const person = { name: '张三', idNumber: '99999919900307139X' };
const face = { openId: 'a1', reference: { id: 'c1', orderNo: 'n1' } };
const rsa = (text: string, key = alipay.privateKey) => sign('RSA-SHA256', Buffer.from(text), key).toString('base64');

/** An answer as the gateway sends it, its text signed as it stands. */
const signed = (node: string, value: unknown, key?: KeyObject) => () => {
  const text = JSON.stringify(value);
  return new Response(`{"${node}":${text},"sign":"${rsa(text, key)}"}`);
};
const ok = { code: '10000', msg: 'Success' };
const token = signed('alipay_system_oauth_token_response', { open_id: 'a1', access_token: 't1', expires_in: 1296000 });
const user = (fields: object) => signed('alipay_user_info_share_response', { ...ok, ...fields });
const query = (fields: object) => signed('alipay_user_certify_open_query_response', { ...ok, ...fields });

const at = (...script: Parameters<typeof scriptedFetch>) => {
  const { fetch, sent } = scriptedFetch(...script);
  return { client: alipayAt(config, { fetch, now }), sent };
};
const parametersOf = (sent: { url: URL; body: string }) => ({ ...Object.fromEntries(sent.url.searchParams), ...Object.fromEntries(new URLSearchParams(sent.body)) });

describe('signatures', () => {
  test('the official SDK accepts how we sign a call', async () => {
    const { client, sent } = at(token);
    await client.signIn('c1');
    const parameters = parametersOf(sent[0]!);
    expect(parameters).toMatchObject({ method: 'alipay.system.oauth.token', grant_type: 'authorization_code', code: 'c1', timestamp: '2026-11-22 16:00:00' });
    expect(judge.checkNotifySignV2(parameters)).toBe(true);
    expect(judge.checkNotifySignV2({ ...parameters, code: 'c2' })).toBe(false);
  });

  test('the official SDK accepts how we sign the page of the face check, and makes one with the same parameters', async () => {
    const { client } = at(signed('alipay_user_certify_open_initialize_response', { ...ok, certify_id: 'c1' }));
    const { task } = await client.startFace(person, { openId: 'a1', orderNo: 'n1' });
    const ours = new URL('url' in task ? task.url : '').searchParams;
    const theirs = new URL(reader.pageExecute('alipay.user.certify.open.certify', 'GET', { bizContent: { certify_id: 'c1' } })).searchParams;
    expect(judge.checkNotifySignV2(Object.fromEntries(ours))).toBe(true);
    expect(ours.get('biz_content')).toBe(theirs.get('biz_content'));
    expect([...theirs.keys()].filter((name) => !ours.has(name))).toEqual(['alipay_sdk']);
  });

  test('the official SDK and we accept the same signed answers', async () => {
    const raw = await query({ passed: 'T' })().text();
    const theirs = () => reader.checkResponseSign(raw, 'alipay_user_certify_open_query_response', (JSON.parse(raw) as { sign: string }).sign, '');
    expect(theirs).not.toThrow();
    await expect(at(() => new Response(raw)).client.faceResult(person, face)).resolves.toBeUndefined();
  });

  test.each<[string, () => Response]>([
    ['by somebody else', signed('alipay_user_certify_open_query_response', { ...ok, passed: 'T' }, own.privateKey)],
    ['for another text', () => new Response(`{"alipay_user_certify_open_query_response":{"code":"10000","passed":"T"},"sign":"${rsa('{"code":"10000","passed":"F"}')}"}`)],
    ['not at all', () => new Response('{"alipay_user_certify_open_query_response":{"code":"10000","passed":"T"}}')],
    ['for the answer of another method', signed('alipay_user_certify_open_initialize_response', { ...ok, passed: 'T' })],
    ['but cut off', () => new Response('{"alipay_user_certify_open_query_response":{"code":"10000"')],
  ])('an answer signed %s is not believed', async (_how, answer) => {
    expect((await refusalOf(at(answer).client.faceResult(person, face))).code).toBe('UPSTREAM_BUSY');
  });

  test('spaces, braces and quotes inside the signed text do not confuse the reader', async () => {
    const text = '{ "code":"10000", "msg":"a \\"}{\\" b", "passed" : "T" }';
    const answer = () => new Response(`{"alipay_user_certify_open_query_response": ${text}, "sign":"${rsa(text)}"}`);
    await expect(at(answer).client.faceResult(person, face)).resolves.toBeUndefined();
  });

  test('the private key may also be PKCS#8 or PEM', async () => {
    const exports = [own.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'), own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()];
    for (const privateKey of exports) {
      const client = alipayAt({ ...config, privateKey, alipayPublicKey: alipay.publicKey.export({ type: 'spki', format: 'pem' }).toString() }, { fetch: scriptedFetch(token).fetch, now });
      await expect(client.signIn('c1')).resolves.toEqual({ openId: 'a1' });
    }
  });
});

describe('the account', () => {
  test.each([
    [{ code: '40002', sub_code: 'isv.code-invalid' }, 'PLATFORM_CODE_REJECTED'],
    [{ code: '40002', sub_code: 'isv.invalid-signature' }, 'UPSTREAM_BUSY'],
    [{ code: '20000', sub_code: 'isp.unknow-error' }, 'UPSTREAM_BUSY'],
  ])('signing in answered with %j is %s', async (failure, code) => {
    expect((await refusalOf(at(signed('error_response', failure)).client.signIn('c1'))).code).toBe(code);
  });

  test('ACT-4 the real name is read with the token of the consented code', async () => {
    const { client, sent } = at(token, user({ is_certified: 'T', cert_type: '0', user_name: person.name, cert_no: '99999919900307139x' }));
    await expect(client.readRealName('c1')).resolves.toEqual({ ...person, openId: 'a1' });
    expect(parametersOf(sent[1]!)).toMatchObject({ method: 'alipay.user.info.share', auth_token: 't1' });
    expect(judge.checkNotifySignV2(parametersOf(sent[1]!))).toBe(true);
  });

  test.each([
    [{ is_certified: 'F' }, 'ID_NO_REALNAME', { platform: '支付宝' }],
    [{}, 'ID_NO_REALNAME', { platform: '支付宝' }],
    [{ is_certified: 'T', cert_type: '1', user_name: '张三', cert_no: 'E12345678' }, 'ID_NO_REALNAME', { platform: '支付宝' }],
    [{ is_certified: 'T', user_name: '张三' }, 'UPSTREAM_BUSY', {}],
    [{ is_certified: 'T', user_name: '张三', cert_no: '999999199003071235' }, 'UPSTREAM_BUSY', {}],
  ])('%j is %s', async (fields, code, details) => {
    expect(await refusalOf(at(token, user(fields)).client.readRealName('c1'))).toEqual({ code, details });
  });

  test.each([
    [signed('error_response', { code: '40002', sub_code: 'isv.code-invalid' })],
    [token, signed('alipay_user_info_share_response', { code: '20001', sub_code: 'aop.invalid-auth-token' })],
  ])('a code or token that no longer holds is ID_CODE_REJECTED', async (...script) => {
    expect((await refusalOf(at(...script).client.readRealName('c1'))).code).toBe('ID_CODE_REJECTED');
  });
});

describe('ACT-6 the face', () => {
  test('is opened for this person', async () => {
    const { client, sent } = at(signed('alipay_user_certify_open_initialize_response', { ...ok, certify_id: 'c1' }));
    const { reference } = await client.startFace(person, { openId: 'a1', orderNo: 'n1' });
    expect(reference).toEqual({ id: 'c1', orderNo: 'n1' });
    expect(JSON.parse(new URLSearchParams(sent[0]!.body).get('biz_content')!)).toMatchObject({
      outer_order_no: 'n1',
      biz_code: 'FACE',
      identity_param: { identity_type: 'CERT_INFO', cert_type: 'IDENTITY_CARD', cert_name: '张三', cert_no: person.idNumber },
    });
  });

  test.each(['T', ['T']])('passes with passed = %j', async (passed) => {
    await expect(at(query({ passed })).client.faceResult(person, face)).resolves.toBeUndefined();
  });

  test.each([
    [{ passed: 'F' }, 'FACE_CANCELLED'],
    [{ passed: ['F'], fail_reason: 'unknown' }, 'FACE_CANCELLED'],
    [{ passed: 'F', fail_reason: '203' }, 'FACE_NO_PHOTO'],
    [{ passed: 'F', fail_reason: '204' }, 'FACE_MISMATCH'],
    [{ passed: 'F', fail_reason: '205' }, 'FACE_LIGHT'],
    [{ passed: 'X' }, 'UPSTREAM_BUSY'],
    [{}, 'UPSTREAM_BUSY'],
  ])('%j is %s', async (fields, code) => {
    expect((await refusalOf(at(query(fields)).client.faceResult(person, face))).code).toBe(code);
  });

  test('a verification that Alipay does not know is UPSTREAM_BUSY', async () => {
    const answer = signed('alipay_user_certify_open_query_response', { code: '40004', sub_code: 'OPEN_CERTIFY_BILL_NOT_EXIST' });
    expect((await refusalOf(at(answer).client.faceResult(person, face))).code).toBe('UPSTREAM_BUSY');
  });
});

describe('ACT-2 the phone number', () => {
  const encrypted = (text: string) => {
    const cipher = createCipheriv('aes-128-cbc', contentKey, Buffer.alloc(16));
    return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
  };
  const packet = (response: string, key?: KeyObject) => JSON.stringify({ response, sign: rsa(`"${response}"`, key), sign_type: 'RSA2', encrypt_type: 'AES', charset: 'UTF-8' });
  const good = encrypted('{"code":"10000","msg":"Success","mobile":"13900000001"}');
  const { client } = at();

  test('is read from a packet that Alipay has signed, as the official SDK decrypts it', () => {
    expect(client.phoneIn(packet(good))).toBe('13900000001');
    expect(reader.aesDecrypt(good)).toContain('13900000001');
  });

  test.each([
    ['signed by somebody else', packet(good, own.privateKey)],
    ['with a swapped ciphertext', packet(good).replace(good, encrypted('{"code":"10000","mobile":"13900000002"}'))],
    ['signed without quotes', JSON.stringify({ response: good, sign: rsa(good) })],
    ['holding an error', packet(encrypted('{"code":"40003","sub_code":"isv.invalid-auth-relations"}'))],
    ['not encrypted', packet('{"code":"40001","sub_code":"isv.missing-encrypt-key"}')],
    ['with a number that is none', packet(encrypted('{"code":"10000","mobile":"12345"}'))],
    ['that is no JSON', 'abc'],
  ])('in a packet %s is PHONE_PACKET_REJECTED', async (_how, text) => {
    expect((await refusalOf(new Promise((resolve) => resolve(client.phoneIn(text))))).code).toBe('PHONE_PACKET_REJECTED');
  });
});
