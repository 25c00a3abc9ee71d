import { contract, type Endpoint, OPERATOR_ROLES, type OperatorRole, REFUSALS, type RefusalCode } from '@yibao/shared';
import { ASKER, journalOf, registered, tokenOf } from '../testing/bureau-desk';
import { hospitalToken } from '../testing/hospital';
import { openCity, signedIn } from '../testing/story';

const endpoints = Object.values<Record<string, Endpoint>>(contract).flatMap((room) => Object.values(room));
const byCaller = (caller: Endpoint['caller']) => endpoints.filter((endpoint) => endpoint.caller === caller);
const posts = endpoints.filter(({ method }) => method === 'POST');

type Desk = Awaited<ReturnType<typeof openCity>>;

const CHIEF = { ...ASKER, roles: Object.keys(OPERATOR_ROLES) as OperatorRole[] };

async function operatorToken(desk: Desk): Promise<string> {
  await registered(desk, CHIEF);
  return tokenOf(desk, CHIEF);
}

const KEYS: Readonly<Record<Endpoint['caller'], (desk: Desk) => Promise<string> | undefined>> = { anyone: () => undefined, citizen: signedIn, institution: hospitalToken, operator: operatorToken };

const keyFor = async (desk: Desk, { caller }: Endpoint) => KEYS[caller](desk);

const send = async (endpoint: Endpoint, body: unknown) => {
  const desk = await openCity();
  const token = await keyFor(desk, endpoint);
  const answer = endpoint.method === 'GET' ? await desk.get(endpoint.path, { query: body, token }) : await desk.post(endpoint.path, body, { token });
  return { ...answer, log: desk.log };
};

const codeFor = (endpoint: Endpoint, code: RefusalCode): unknown => {
  const { counter } = REFUSALS[code] as { counter?: number };
  return endpoint.dialect === 'national' ? counter : code;
};

describe.each(byCaller('citizen'))('$method $path', (endpoint) => {
  test.each([
    ['no session', undefined],
    ['an unknown session', 'T'.repeat(43)],
    ['an institution’s token', `H37010000001.${'T'.repeat(43)}`],
    ['a token of 10,000 characters', 'T'.repeat(10_000)],
    ['an unsigned JWT', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'],
  ])('with %s is answered 401', async (_what, token) => {
    const desk = await openCity();
    const answer = endpoint.method === 'GET' ? await desk.get(endpoint.path, { token }) : await desk.post(endpoint.path, {}, { token });
    expect(answer).toMatchObject({ status: 401, body: { code: 'SESSION_REQUIRED', title: '登录已过期' } });
  });

  test('with an expired session is answered 401', async () => {
    const desk = await openCity();
    const token = await signedIn(desk);
    desk.wait(12 * 3600_000);
    const answer = endpoint.method === 'GET' ? await desk.get(endpoint.path, { token }) : await desk.post(endpoint.path, {}, { token });
    expect(answer.status).toBe(401);
  });
});

describe.each(byCaller('operator'))('$method $path', (endpoint) => {
  const ask = (desk: Desk, token: string | undefined) => (endpoint.method === 'GET' ? desk.get(endpoint.path, { token }) : desk.post(endpoint.path, {}, { token }));

  test('asks for one of its roles, before it looks at anything else', async () => {
    const desk = await openCity();
    const others = (Object.keys(OPERATOR_ROLES) as OperatorRole[]).filter((role) => !endpoint.roles!.includes(role));
    await registered(desk, { ...CHIEF, roles: others });
    expect(await ask(desk, await tokenOf(desk, CHIEF))).toMatchObject({ status: 403, body: { code: 'ROLE_MISSING' } });
    expect((await journalOf(desk, CHIEF)).at(-1)).toEqual([endpoint.path, 'ROLE_MISSING']);
  });

  test('is closed to citizens, institutions and strangers', async () => {
    const desk = await openCity();
    const tokens = [undefined, await signedIn(desk), await hospitalToken(desk), `op1001.${'T'.repeat(43)}`];
    expect((await Promise.all(tokens.map((token) => ask(desk, token)))).map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([401, 'OPERATOR_REQUIRED']));
  });
});

describe.each(endpoints)('$method $path', (endpoint) => {
  test('refuses what is not in the contract, names the field and writes nothing about it', async () => {
    const { body, log } = await send(endpoint, { surprise: '999999199003070012' });
    if (endpoint.dialect === 'national') expect(body.code).toBe(REFUSALS.REQUEST_MALFORMED.counter);
    else expect((body['fields'] as { field: string }[]).map(({ field }) => field)).toContain('surprise');
    expect(JSON.stringify(log)).not.toContain('999999');
  });
});

describe.each(posts)('POST $path', (endpoint) => {
  test.each([
    ['no JSON', '{"a":', 'REQUEST_UNREADABLE'],
    ['an array', '[]', 'REQUEST_MALFORMED'],
    ['a number', '1', 'REQUEST_MALFORMED'],
    ['null', 'null', 'REQUEST_MALFORMED'],
    ['300 KB', JSON.stringify({ a: 'x'.repeat(300_000) }), 'REQUEST_TOO_LARGE'],
    ['a prototype', '{"__proto__":{"polluted":true},"constructor":{}}', 'REQUEST_MALFORMED'],
  ] as const)('of %s is refused in words', async (_what, text, code) => {
    const { status, body } = await send(endpoint, text);
    expect(body.code).toBe(codeFor(endpoint, code));
    expect(status).toBeLessThan(500);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test.each([
  ['name', { name: '', idNumber: '999999199003070012', code: 'c' }, '请填写证件上的姓名'],
  ['idNumber', { name: '张三', idNumber: '999999199003070011', code: 'c' }, '身份证号不对，请核对18位号码'],
  ['code', { name: '张三', idNumber: '999999199003070012' }, '缺少平台登录凭证'],
])('a wrong %s is told with its remedy', async (field, body, remedy) => {
  const desk = await openCity();
  const answer = await desk.post('/activation/identity', body, { token: await signedIn(desk) });
  expect(answer).toMatchObject({ status: 422, body: { fields: [{ field, remedy }] } });
});

test('a defect is answered without a word of what went wrong, and logged without its message', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  jest.spyOn(desk.regions, 'all').mockRejectedValue(new Error('row of 张三 999999199003070012'));
  const { status, body } = await desk.get('/regions', { token });
  expect({ status, code: body.code, title: body['title'] }).toEqual({ status: 500, code: 'INTERNAL', title: '服务出了问题' });
  expect(JSON.stringify([body, desk.log])).not.toMatch(/张三|999999/);
  expect(desk.log.at(-1)?.defect).toMatch(/^Error \| at /);
});

test('a sign-in that the platform refuses says so', async () => {
  const desk = await openCity();
  desk.world.refuse('signIn', 'PLATFORM_CODE_REJECTED');
  expect(await desk.post('/session', { channel: 'weapp', code: 'used', device: 'd'.repeat(32) })).toMatchObject({ status: 401, body: { code: 'PLATFORM_CODE_REJECTED' } });
});
