import { createHmac } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { askToken, claimsAt, HOSPITAL_KEY, newSigningKey, signed } from '../testing/hospital';
import { openCity } from '../testing/story';

type Desk = Awaited<ReturnType<typeof openCity>>;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
const took = async (desk: Desk, claims: JWTPayload, options?: Parameters<typeof signed>[1]) => askToken(desk, await signed(claims, options));

type Forgery = (desk: Desk) => Promise<string> | string;

const withClaims = (change: (claims: JWTPayload, now: Date) => object): Forgery => (desk) => {
  const claims = claimsAt(desk.clock.at);
  return signed({ ...claims, ...change(claims, desk.clock.at) });
};
const withHeader = (header: object): Forgery => (desk) => signed(claimsAt(desk.clock.at), { header });

/** Signed as HMAC with what everybody may know: the public key. */
const confused: Forgery = (desk) => {
  const text = `${encoded({ alg: 'HS256', typ: 'client-authentication+jwt', kid: HOSPITAL_KEY.kid })}.${encoded(claimsAt(desk.clock.at))}`;
  return `${text}.${createHmac('sha256', JSON.stringify(HOSPITAL_KEY.registered)).update(text).digest('base64url')}`;
};
const unsigned: Forgery = (desk) => `${encoded({ alg: 'none', typ: 'client-authentication+jwt', kid: HOSPITAL_KEY.kid })}.${encoded(claimsAt(desk.clock.at))}.`;
const altered: Forgery = async (desk) => {
  const [header, , signature] = (await signed(claimsAt(desk.clock.at))).split('.');
  return [header, encoded({ ...claimsAt(desk.clock.at), exp: seconds(desk.clock.at) + 120 }), signature].join('.');
};
const stranger = newSigningKey(HOSPITAL_KEY.kid);

const FORGERIES: readonly (readonly [string, Forgery, string])[] = [
  ['no JWT', () => 'nonsense', 'malformed'],
  ['an empty text', () => '', 'malformed'],
  ['JSON of another kind', () => `${encoded([])}.${encoded(1)}.AA`, 'malformed'],
  ['more than 4 KB', withClaims(() => ({ padding: 'x'.repeat(5000) })), 'oversized'],
  ['alg none', unsigned, 'algorithm'],
  ['HS256 with the public key', confused, 'algorithm'],
  ['another key of the same name', (desk) => signed(claimsAt(desk.clock.at), { key: stranger }), 'signature'],
  ['another key brought along in the header', (desk) => signed(claimsAt(desk.clock.at), { key: stranger, header: { jwk: stranger.registered } }), 'signature'],
  ['an address of keys in the header', (desk) => signed(claimsAt(desk.clock.at), { key: stranger, header: { jku: 'https://example.cn/keys' } }), 'signature'],
  ['altered claims', altered, 'signature'],
  ['an unknown key', withHeader({ kid: 'nobody' }), 'unknown key'],
  ['an unknown institution', (desk) => signed(claimsAt(desk.clock.at, 'H00000000000')), 'unknown key'],
  ['no typ', withHeader({ typ: undefined }), 'claim typ'],
  ['typ JWT', withHeader({ typ: 'JWT' }), 'claim typ'],
  ['another subject', withClaims(() => ({ sub: 'H37010000002' })), 'claim sub'],
  ['no audience', withClaims(() => ({ aud: undefined })), 'claim aud'],
  ['another environment’s audience', withClaims(() => ({ aud: 'https://test.example.cn/institution/token' })), 'claim aud'],
  ['two audiences', withClaims(({ aud }) => ({ aud: [aud as string, 'https://test.example.cn/institution/token'] })), 'malformed'],
  ['an expiry that has passed', withClaims((_c, now) => ({ iat: seconds(now) - 200, exp: seconds(now) - 61 })), 'expired'],
  ['an issue too long ago', withClaims((_c, now) => ({ iat: seconds(now) - 361, exp: seconds(now) + 10 })), 'expired'],
  ['an issue in the future', withClaims((_c, now) => ({ iat: seconds(now) + 61, exp: seconds(now) + 100 })), 'claim iat'],
  ['a beginning in the future', withClaims((_c, now) => ({ nbf: seconds(now) + 61 })), 'claim nbf'],
  ['a life of more than five minutes', withClaims((_c, now) => ({ exp: seconds(now) + 301 })), 'long-lived'],
  ['no expiry', withClaims(() => ({ exp: undefined })), 'claim exp'],
  ['no time of issue', withClaims(() => ({ iat: undefined })), 'claim iat'],
  ['no jti', withClaims(() => ({ jti: undefined })), 'claim jti'],
  ['a short jti', withClaims(() => ({ jti: '1' })), 'malformed'],
];

describe('an assertion with', () => {
  test.each(FORGERIES)('%s is refused like any other, and the log alone says why', async (_what, forge, reason) => {
    const desk = await openCity();
    const { status, body } = await askToken(desk, await forge(desk));
    expect({ status, body: { ...body, requestId: '' } }).toEqual({
      status: 401,
      body: { code: 'INSTITUTION_UNKNOWN', title: '机构身份没有通过', remedy: '请核对机构编码、登记的密钥和电脑时间，重新登录后再试；还不行请联系医保局。', details: {}, fields: [], requestId: '' },
    });
    expect(desk.log[0]).toEqual({ level: 'warn', event: 'assertion refused', code: reason, requestId: expect.any(String) });
    expect([...(desk.table as unknown as { rows: Map<string, { pk: string }> }).rows.values()].filter(({ pk }) => /^I[TA]#/.test(pk))).toEqual([]);
  });
});

describe('an assertion', () => {
  test('is taken once', async () => {
    const desk = await openCity();
    const assertion = await signed(claimsAt(desk.clock.at));
    expect((await askToken(desk, assertion)).status).toBe(200);
    expect(await askToken(desk, assertion)).toMatchObject({ status: 401, body: { code: 'INSTITUTION_UNKNOWN' } });
    expect(desk.log[0]).toMatchObject({ code: 'replayed' });
  });

  test('is remembered for as long as it could be accepted', async () => {
    const desk = await openCity();
    await took(desk, { ...claimsAt(desk.clock.at), exp: seconds(desk.clock.at) + 300 });
    const used = [...(desk.table as unknown as { rows: Map<string, { pk: string; ttl: number }> }).rows.values()].find(({ pk }) => pk.startsWith('IA#'))!;
    expect(used.ttl).toBeGreaterThanOrEqual(seconds(desk.clock.at) + 300 + 60);
  });

  test('sent many times at once is taken once', async () => {
    const desk = await openCity();
    const assertion = await signed(claimsAt(desk.clock.at));
    const answers = await Promise.all(Array.from({ length: 8 }, () => askToken(desk, assertion)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test('may have the same jti as another institution’s', async () => {
    const desk = await openCity();
    const key = newSigningKey('1');
    await desk.institutions.register({ orgId: 'P37010000002', name: '药店', kind: 'institution', keys: [key.registered] });
    const claims = claimsAt(desk.clock.at);
    expect((await took(desk, claims)).status).toBe(200);
    expect((await took(desk, { ...claims, iss: 'P37010000002', sub: 'P37010000002' }, { key })).status).toBe(200);
  });

  test.each([['grant_type', 'password'], ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer']])('with another %s is told what is wanted', async (field, value) => {
    const desk = await openCity();
    const body = { grant_type: 'client_credentials', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: await signed(claimsAt(desk.clock.at)) };
    expect(await desk.post('/institution/token', { ...body, [field]: value })).toMatchObject({ status: 422, body: { fields: [{ field }] } });
  });
});
