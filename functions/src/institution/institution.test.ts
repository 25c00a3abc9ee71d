import type { JWTPayload } from 'jose';
import { askToken, claimsAt, HOSPITAL, HOSPITAL_KEY, hospitalToken, newSigningKey, signed } from '../testing/hospital';
import { activated, openCity, scan, seedOf, shownBy, signedIn } from '../testing/story';

type Desk = Awaited<ReturnType<typeof openCity>>;

/** The answer to a scan of nothing: 500159 (no voucher code) shows that the institution was recognised. */
const RECOGNISED = 500159;
const UNKNOWN = 500104;
const knocks = async (desk: Desk, token: string, orgId = HOSPITAL.orgId) => (await scan(desk, 'nothing', { token, orgId })).body.code;

const took = async (desk: Desk, claims?: JWTPayload, options?: Parameters<typeof signed>[1]) => askToken(desk, await signed(claims ?? claimsAt(desk.clock.at), options));

describe('an institution signs in with its registered key', () => {
  test('and gets a token for fifteen minutes', async () => {
    const desk = await openCity();
    const { status, body } = await took(desk);
    expect({ status, body }).toMatchObject({ status: 200, body: { token_type: 'Bearer', expires_in: 900, access_token: expect.stringMatching(/^H37010000001\.[\w-]{43}$/) } });
    const token = String(body['access_token']);
    expect(await knocks(desk, token)).toBe(RECOGNISED);
    desk.wait(15 * 60_000 - 1);
    expect(await knocks(desk, token)).toBe(RECOGNISED);
    desk.wait(1);
    expect(await knocks(desk, token)).toBe(UNKNOWN);
  });

  test('the token decodes a code', async () => {
    const desk = await openCity();
    const citizen = await signedIn(desk);
    await activated(desk, citizen);
    const seed = await seedOf(desk, citizen);
    expect((await scan(desk, shownBy(seed, desk.clock.at), { token: String((await took(desk)).body['access_token']) })).body.code).toBe(0);
  });

  test('no row holds the token', async () => {
    const desk = await openCity();
    const secret = (await hospitalToken(desk)).split('.')[1]!;
    expect(JSON.stringify([...(desk.table as unknown as { rows: Map<string, unknown> }).rows.values()])).not.toContain(secret);
  });

  test.each([-59, 59])('whose clock is off by %i seconds', async (skew) => {
    const desk = await openCity();
    expect((await took(desk, claimsAt(new Date(desk.clock.at.getTime() + skew * 1000)))).status).toBe(200);
  });

  test('or with the next one while both are registered; a key taken away ends its tokens at once', async () => {
    const desk = await openCity();
    const next = newSigningKey('2027-01');
    await desk.institutions.register({ ...HOSPITAL, keys: [HOSPITAL_KEY.registered, next.registered] });
    const [old, young] = [(await took(desk)).body, (await took(desk, undefined, { key: next })).body].map((body) => String(body['access_token']));
    expect([await knocks(desk, old!), await knocks(desk, young!)]).toEqual([RECOGNISED, RECOGNISED]);
    await desk.institutions.register({ ...HOSPITAL, keys: [next.registered] });
    expect([await knocks(desk, old!), await knocks(desk, young!)]).toEqual([UNKNOWN, RECOGNISED]);
    expect((await took(desk)).status).toBe(401);
  });

  test('until it is closed; its tokens end at once', async () => {
    const desk = await openCity();
    const token = await hospitalToken(desk);
    await desk.institutions.close(HOSPITAL.orgId);
    expect([await knocks(desk, token), (await took(desk)).status]).toEqual([UNKNOWN, 401]);
  });

  test('and cannot use another one’s token', async () => {
    const desk = await openCity();
    const key = newSigningKey('1');
    await desk.institutions.register({ orgId: 'P37010000002', name: '药店', kind: 'institution', keys: [key.registered] });
    const secret = (await hospitalToken(desk)).split('.')[1]!;
    expect(await knocks(desk, `P37010000002.${secret}`, 'P37010000002')).toBe(UNKNOWN);
  });
});

test('a partner channel signs in the same way, and its token opens nothing that is for institutions (ACT-9)', async () => {
  const desk = await openCity();
  const key = newSigningKey('1');
  await desk.institutions.register({ orgId: 'QBANK01', name: '合作银行', kind: 'partner', keys: [key.registered] });
  const { status, body } = await took(desk, claimsAt(desk.clock.at, 'QBANK01'), { key });
  expect(status).toBe(200);
  expect(await knocks(desk, String(body['access_token']), 'QBANK01')).toBe(UNKNOWN);
});

test.each([
  ['a private key', { ...HOSPITAL_KEY.registered, d: 'x'.repeat(43) }],
  ['another curve', { ...HOSPITAL_KEY.registered, crv: 'P-384' }],
  ['a symmetric key', { kty: 'oct', k: 'x'.repeat(43), kid: '1' }],
])('%s is not registered', async (_what, key) => {
  const desk = await openCity();
  await expect(desk.institutions.register({ ...HOSPITAL, keys: [key as never] })).rejects.toThrow();
});

test('two keys of one name are not registered', async () => {
  const desk = await openCity();
  await expect(desk.institutions.register({ ...HOSPITAL, keys: [HOSPITAL_KEY.registered, newSigningKey(HOSPITAL_KEY.kid).registered] })).rejects.toThrow();
});
