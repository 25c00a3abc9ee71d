import { contract, type Endpoint, type Limit, LIMITS, type LimitBy } from '@yibao/shared';
import { askToken } from '../testing/hospital';
import { memoryTable } from '../testing/memory-table';
import { activated, openCity, PIN, signedIn } from '../testing/story';
import type { Caller } from './call';
import { limitsIn, networkOf } from './limits';

type Desk = Awaited<ReturnType<typeof openCity>>;

const OTHER = 'e'.repeat(32);
const limitOf = (path: string, by: Limit['by']) => LIMITS[`POST ${path}`]!.find((limit) => limit.by === by)!;
const rowsOf = (desk: Desk) => [...(desk.table as unknown as { rows: Map<string, { pk: string; sk: string; ttl: number }> }).rows.values()].filter(({ pk }) => pk.startsWith('RL#'));

async function repeatedly(times: number, act: () => Promise<{ body: { code?: string | number } }>) {
  for (let i = 0; i < times; i += 1) expect((await act()).body.code).not.toBe('RATE_LIMITED');
  return act();
}

test('an account asks for identities ten times an hour, whatever device it signs in from; another account goes on', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  const ask = (by: string) => desk.post('/activation/identity', { name: '张三', idNumber: '999999199003070012', code: 'c' }, { token: by });
  expect(await repeatedly(limitOf('/activation/identity', 'account').most, () => ask(token))).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED', remedy: '3600秒后可以再试。', details: { seconds: 3600 } } });
  const elsewhere = await signedIn(desk, { device: OTHER });
  expect((await ask(elsewhere)).status).toBe(429);
  expect((await ask(await signedIn(desk, { who: 'bob' }))).body.code).toBe('STEP_OUT_OF_ORDER');
  desk.wait(3600_000);
  expect((await ask(await signedIn(desk))).body.code).toBe('STEP_OUT_OF_ORDER');
});

test('a device begins faces so many times an hour, with whatever account', async () => {
  const desk = await openCity();
  const { most } = limitOf('/activation/face', 'device');
  const begin = async (who: string) => desk.post('/activation/face', {}, { token: await signedIn(desk, { who }) });
  let turn = 0;
  expect((await repeatedly(most, () => begin(`person${turn++}`))).body).toMatchObject({ code: 'RATE_LIMITED' });
  expect((await desk.post('/activation/face', {}, { token: await signedIn(desk, { who: 'bob', device: OTHER }) })).body.code).toBe('STEP_OUT_OF_ORDER');
});

test('an address takes so many tokens’ worth of assertions; another address goes on', async () => {
  const desk = await openCity();
  const { most } = limitOf('/institution/token', 'address');
  expect(await repeatedly(most, () => askToken(desk, 'nonsense'))).toMatchObject({ status: 429, body: { details: { seconds: 600 } } });
  expect((await desk.post('/institution/token', {}, { address: '198.51.100.1' })).status).toBe(422);
});

test('a face is asked ten times a day to confirm', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  const begin = () => desk.post('/session/step-up/face', { action: 'reset-pin' }, { token });
  expect((await repeatedly(10, begin)).body).toMatchObject({ code: 'RATE_LIMITED' });
});

test('calls at the same time are all counted', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  const { most } = limitOf('/session/step-up', 'account');
  const answers = await Promise.all(Array.from({ length: most + 5 }, () => desk.post('/session/step-up', { action: 'export-data', pin: PIN }, { token })));
  expect(answers.filter(({ body }) => body.code === 'RATE_LIMITED')).toHaveLength(5);
});

test('an address is stored only as a digest, and a count ends with its window', async () => {
  const desk = await openCity();
  await desk.post('/session', { channel: 'weapp', code: 'ada', device: OTHER }, { address: '192.0.2.44' });
  const rows = rowsOf(desk);
  expect(rows).toEqual([expect.objectContaining({ pk: expect.stringMatching(/^RL#address#[0-9a-f]{64}$/), ttl: Date.parse('2026-11-22T02:10:00Z') / 1000 })]);
  expect(JSON.stringify(rows)).not.toContain('192.0.2');
});

test('an endpoint without a limit writes nothing', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  const before = rowsOf(desk).length;
  for (const path of ['/voucher', '/activation', '/sessions', '/regions']) await desk.get(path, { token });
  expect(rowsOf(desk)).toHaveLength(before);
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::ffff', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

const ENDPOINTS = Object.values<Record<string, Endpoint>>(contract).flatMap((room) => Object.values(room));
const endpointOf = (key: string) => ENDPOINTS.find(({ method, path }) => `${method} ${path}` === key)!;

const CALLERS = (name: string): Readonly<Record<Endpoint['caller'], Caller>> => ({
  anyone: { kind: 'anyone' },
  citizen: { kind: 'citizen', account: `a${name}`, device: name.padEnd(32, 'd'), channel: 'weapp', openId: 'o', session: 's', steppedUp: [] },
  institution: { kind: 'institution', orgId: `H${name}`, name: '医院' },
  operator: { kind: 'operator', id: `op${name}`, roles: [] },
});

/** The one who is counted has made all calls but one of the window; whoever else calls is somebody else in every other way. */
async function atTheLimit({ by, most, withinMs }: Limit, endpoint: Endpoint) {
  const table = memoryTable();
  const at = new Date('2026-11-22T02:00:30.000Z');
  const limits = limitsIn({ table, addressDigest: (address) => address, now: () => at });
  const end = Math.ceil((Math.floor(at.getTime() / withinMs) + 1) * withinMs / 1000);
  const pk = { account: 'RL#account#a1', device: `RL#device#${'1'.padEnd(32, 'd')}`, address: 'RL#address#192.0.2.1', institution: 'RL#institution#H1', operator: 'RL#operator#op1' }[by];
  await table.write([{ row: { pk, sk: `CALLS#${endpoint.method} ${endpoint.path}#${Math.floor(at.getTime() / withinMs)}`, count: most - 1 }, was: 'absent' }]);
  const call = (turn: number): Promise<unknown> => {
    const [own, other] = [CALLERS('1'), CALLERS(`x${turn}`)];
    const both: Caller = endpoint.caller === 'citizen' ? { ...(other.citizen as Extract<Caller, { kind: 'citizen' }>), ...(by === 'account' && { account: 'a1' }), ...(by === 'device' && { device: '1'.padEnd(32, 'd') }) } : own[endpoint.caller];
    return limits.admit(endpoint, both, by === 'address' ? '192.0.2.1' : `198.51.100.${turn}`).then(() => 'admitted', (error: unknown) => error);
  };
  return { call, seconds: end - Math.floor(at.getTime() / 1000) };
}

const COUNTED = Object.entries(LIMITS).flatMap(([key, limits]) => limits.filter(({ counting }) => counting === undefined).map((limit) => [key, limit.by, limit] as const));

test.each(COUNTED)('%s by %s: of calls at the same time the last of the limit is admitted, the others are told how long to wait', async (key, _by: LimitBy, limit) => {
  const { call, seconds } = await atTheLimit(limit, endpointOf(key));
  const told = await Promise.all([1, 2, 3].map(call));
  expect(told.filter((one) => one === 'admitted')).toHaveLength(1);
  expect(told.filter((one) => one !== 'admitted')).toEqual(Array(2).fill(expect.objectContaining({ code: 'RATE_LIMITED', details: { seconds } })));
});
