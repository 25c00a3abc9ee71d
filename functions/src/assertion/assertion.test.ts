import type { JWTPayload } from 'jose';
import { ASKER, journalOf } from '../testing/bureau-desk';
import { type Answer, type Desk, openDesk } from '../testing/desk';
import { crafted, FORGERIES, HOSPITALS, OPERATORS, presented, type Side } from '../testing/forgeries';
import { askToken, claimsAt, HOSPITAL, HOSPITAL_KEY, newSigningKey, signed } from '../testing/hospital';
import { openCity } from '../testing/story';

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
const took = async (desk: Desk, claims: JWTPayload, options?: Parameters<typeof signed>[1]) => askToken(desk, await signed(claims, options));
const rowsOf = (desk: Desk) => [...(desk.table as unknown as { rows: Map<string, { pk: string; sk: string; ttl: number }> }).rows.values()];
const withoutId = ({ status, body: { requestId, ...body } }: Answer) => ({ status, body });

const SIDES = [
  ['an institution', HOSPITALS, { code: 'INSTITUTION_UNKNOWN', title: '机构身份没有通过', remedy: '请核对机构编码、登记的密钥和电脑时间，重新登录后再试；还不行请联系医保局。', details: {}, fields: [] }],
  ['an operator', OPERATORS, { code: 'OPERATOR_REQUIRED', title: '操作员没有登录', remedy: '请用登记的密钥重新登录；还不行请核对工号、密钥和电脑时间。', details: {}, fields: [] }],
] as const;

describe.each(SIDES)('an assertion of %s with', (_who, side, answer) => {
  const refusedOf = (desk: Desk) => desk.refused[side === HOSPITALS ? 'institution' : 'operator'];

  test.each(FORGERIES)('%s is refused like any other, and the log alone says why', async (_what, forge, ...[reason, named]) => {
    const desk = await side.open();
    expect(withoutId(await presented(desk, side, await forge(desk, side)))).toEqual({ status: 401, body: answer });
    expect(desk.log[0]).toEqual({ level: 'warn', event: 'assertion refused', code: reason, requestId: expect.any(String) });
    expect(rowsOf(desk).filter(({ pk }) => /^(I[TA]|O[TAJ])#/.test(pk))).toEqual([]);
    const told = [{ day: '2026-11-22', reason, count: 1 }];
    expect(await Promise.all([refusedOf(desk).of(side.id), refusedOf(desk).of()])).toEqual(named === 'named' ? [told, []] : [[], told]);
  });
});

describe.each(SIDES)('an assertion of %s', (_who, side) => {
  const assertionAt = (desk: Desk) => signed(side.claims(desk.clock.at), { key: side.key });

  test('is taken once, whichever function it comes to and whether it began anew in between', async () => {
    const one = await side.open();
    const other = openDesk(one.table);
    const assertion = await assertionAt(one);
    expect((await presented(one, side, assertion)).status).toBe(200);
    expect(await Promise.all([one, other, openDesk(one.table)].map(async (desk) => (await presented(desk, side, assertion)).status))).toEqual([401, 401, 401]);
    expect(other.log[0]).toMatchObject({ event: 'assertion refused', code: 'replayed' });
    expect(await one.refused[side === HOSPITALS ? 'institution' : 'operator'].of(side.id)).toEqual([{ day: '2026-11-22', reason: 'replayed', count: 3 }]);
  });

  test('is not taken a second time with the other of its two valid signatures', async () => {
    const desk = await side.open();
    const assertion = await assertionAt(desk);
    expect((await presented(desk, side, assertion)).status).toBe(200);
    expect((await presented(desk, side, mirrored(assertion))).status).toBe(401);
    expect(desk.log[0]).toMatchObject({ code: 'replayed' });
  });

  test('sent many times at once is taken once', async () => {
    const desk = await side.open();
    const assertion = await assertionAt(desk);
    const answers = await Promise.all(Array.from({ length: 8 }, () => presented(desk, side, assertion)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test.each([
    ['sub', { first: 'somebodyelse', last: undefined }, 200],
    ['sub', { first: undefined, last: 'somebodyelse' }, 401],
    ['iss', { first: undefined, last: 'somebodyelse' }, 401],
  ] as const)('that says %s twice means the last, as all its readers do: %j', async (name, { first, last }, status) => {
    const desk = await side.open();
    const { [name]: _own, ...others } = side.claims(desk.clock.at);
    const claims = `{"${name}":"${first ?? side.id}","${name}":"${last ?? side.id}",${JSON.stringify(others).slice(1)}`;
    const header = JSON.stringify({ alg: 'ES256', typ: 'client-authentication+jwt', kid: side.key.kid });
    expect((await presented(desk, side, crafted(side, header, claims))).status).toBe(status);
  });
});

/** ECDSA takes (r, n − s) for (r, s): whoever saw one signature can make another without the key. */
function mirrored(assertion: string): string {
  const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
  const [header = '', claims = '', signature = ''] = assertion.split('.');
  const bytes = Buffer.from(signature, 'base64url');
  const s = ORDER - BigInt(`0x${bytes.subarray(32).toString('hex')}`);
  return [header, claims, Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')]).toString('base64url')].join('.');
}

test('one in an operator’s name leaves no entry in the operator’s journal, which is not for strangers to fill', async () => {
  const desk = await OPERATORS.open();
  await presented(desk, OPERATORS, 'nonsense');
  await presented(desk, OPERATORS, await signed(OPERATORS.claims(desk.clock.at), { key: newSigningKey('1') }));
  expect(await journalOf(desk, ASKER)).toEqual([]);
});

test('an operator’s assertion opens no institution, nor the other way round', async () => {
  const desk = await OPERATORS.open();
  const crossed = async (from: Side, to: Side) => (await presented(desk, to, await signed(from.claims(desk.clock.at), { key: from.key }))).status;
  expect([await crossed(OPERATORS, HOSPITALS), await crossed(HOSPITALS, OPERATORS)]).toEqual([401, 401]);
});

test('thousands that are refused fill no table: one row for each name, day and reason', async () => {
  const desk = await openCity();
  for (let turn = 0; turn < 20; turn += 1) await askToken(desk, `nonsense ${turn}`);
  expect(rowsOf(desk).filter(({ sk }) => sk.startsWith('REFUSED#'))).toEqual([expect.objectContaining({ count: 20, ttl: Date.parse('2026-11-22T02:00:00Z') / 1000 + 180 * 86_400 })]);
});

test('a used one is remembered for as long as it could be accepted', async () => {
  const desk = await openCity();
  await took(desk, { ...claimsAt(desk.clock.at), exp: seconds(desk.clock.at) + 300 });
  const used = rowsOf(desk).find(({ pk }) => pk.startsWith('IA#'))!;
  expect(used.ttl).toBeGreaterThanOrEqual(seconds(desk.clock.at) + 300 + 60);
});

test('one may have the same jti as another institution’s', async () => {
  const desk = await openCity();
  const key = newSigningKey('1');
  await desk.institutions.register({ orgId: 'P37010000002', name: '药店', kind: 'institution', keys: [key.registered] });
  const claims = claimsAt(desk.clock.at);
  expect((await took(desk, claims)).status).toBe(200);
  expect((await took(desk, { ...claims, iss: 'P37010000002', sub: 'P37010000002' }, { key })).status).toBe(200);
});

test('a key that is taken away while its assertion is read gives a token that opens nothing', async () => {
  const desk = await openCity();
  const write = desk.table.write.bind(desk.table);
  const next = newSigningKey('next');
  jest.spyOn(desk.table, 'write').mockImplementationOnce(async (puts) => {
    await desk.institutions.register({ ...HOSPITAL, keys: [next.registered] });
    return write(puts);
  });
  const { status, body } = await took(desk, claimsAt(desk.clock.at), { key: HOSPITAL_KEY });
  expect(status).toBe(200);
  const [orgId = '', secret = ''] = String(body['access_token']).split('.');
  expect(await desk.institutions.read(orgId, secret)).toBe('key ended');
});

test.each([['grant_type', 'password'], ['client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer']])('a request with another %s is told what is wanted', async (field, value) => {
  const desk = await openCity();
  const body = { grant_type: 'client_credentials', client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: await signed(claimsAt(desk.clock.at)) };
  expect(await desk.post('/institution/token', { ...body, [field]: value })).toMatchObject({ status: 422, body: { fields: [{ field }] } });
});
