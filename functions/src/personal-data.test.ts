import { contract, type Endpoint } from '@yibao/shared';
import type { Desk } from './testing/desk';
import { HOSPITAL, hospitalToken } from './testing/hospital';
import { leaksIn } from './testing/leaks';
import { ADA } from './testing/outside-world';
import { newRecording, type Outlet, OUTLETS, type Recording } from './testing/recording';
import { SECRET_KINDS, type SecretKind } from './testing/secret-kinds';
import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from './testing/story';

const endpoints = Object.values<Record<string, Endpoint>>(contract).flatMap((room) => Object.values(room));
const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;
const answered = (recording: Recording) => new Set(recording.traces().flatMap(({ outlet, where }) => (outlet === 'answer' ? [where] : [])));

/** Two channels, scans, wrong PINs, refusals, a defect that quotes a person. */
async function troubles(desk: Desk, weapp: string): Promise<void> {
  const seed = await seedOf(desk, weapp);
  await desk.post('/voucher/unlock', { pin: '746281' }, { token: weapp });
  await desk.post('/activation/identity', { name: ADA.name, idNumber: '999999199003070011', code: 'x' }, { token: weapp });
  const data = { orgId: HOSPITAL.orgId, ecQrCode: shownBy(seed, desk.clock.at), businessType: '02121', operatorId: 'op', operatorName: '店员', officeId: '1', officeName: '药店' };
  await desk.post('/ec/1162', data, { token: await hospitalToken(desk) });
  for (const sequence of [0, 1]) await scan(desk, shownBy(seed, desk.clock.at, sequence));
  await desk.follow();
  const defect = jest.spyOn(desk.codes, 'find').mockRejectedValue(new Error(`${ADA.name} ${ADA.idNumber} ${ADA.phone}`));
  await scan(desk, shownBy(seed, desk.clock.at, 2));
  defect.mockRestore();
}

/** A life with a voucher, through every endpoint of the contract. */
async function life(): Promise<Desk> {
  const desk = await openCity();
  const weapp = await signedIn(desk);
  await activated(desk, weapp);
  const alipay = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, alipay, { steps: ALIPAY_STEPS });
  await troubles(desk, weapp);
  for (const action of ['export-data', 'end-sessions', 'change-pin', 'close-account']) await desk.post('/session/step-up', { action, pin: PIN }, { token: weapp });
  await desk.post('/session/step-up/face', { action: 'reset-pin' }, { token: weapp });
  await desk.post('/session/step-up/face/result', { action: 'reset-pin' }, { token: weapp });
  for (const path of ['/voucher', '/voucher/uses', '/account/data', '/consents', '/sessions', '/activation', '/regions']) await desk.get(path, { token: weapp });
  await desk.post('/voucher/pin', { pin: '461753' }, { token: weapp });
  const others = endpoints.filter((endpoint) => endpoint.path !== '/account/close' && !answered(desk.recording).has(nameOf(endpoint)));
  for (const { method, path } of others) await (method === 'GET' ? desk.get(path, { token: weapp }) : desk.post(path, {}, { token: weapp }));
  await desk.post('/account/close', {}, { token: weapp });
  return desk;
}

test('a life with a voucher goes through every endpoint and leaves no personal data where it does not belong (ALL-4)', async () => {
  const desk = await life();
  expect([...answered(desk.recording)].sort()).toEqual(endpoints.map(nameOf).sort());
  expect(desk.log.map(({ code }) => code)).toEqual(expect.arrayContaining(['PIN_WRONG', 'REQUEST_MALFORMED', 'CODE_USED', 'INTERNAL']));
  expect(desk.recording.traces().filter(({ outlet }) => outlet === 'row').length).toBeGreaterThan(50);
  expect(leaksIn(desk.recording)).toEqual([]);
});

test('the sweep learns every kind of secret from what happens', async () => {
  const { recording } = await life();
  expect(SECRET_KINDS.filter((kind) => recording.secrets[kind].size === 0)).toEqual([]);
});

describe('a planted leak is found', () => {
  /** A recording of its own, so that the sweep after this test does not find what was planted. */
  async function prepared() {
    const desk = await life();
    const table = { written: [] as unknown[] };
    const log: never[] = [];
    const recording = newRecording({ log, table: table as never });
    for (const kind of SECRET_KINDS) for (const secret of desk.recording.secrets[kind]) recording.secrets[kind].add(secret);
    return { recording, written: table.written, log: log as unknown[] };
  }

  const PLANTS: Readonly<Record<Outlet, (at: Awaited<ReturnType<typeof prepared>>, text: string) => void>> = {
    answer: ({ recording }, text) => recording.add({ outlet: 'answer', where: 'GET /voucher', content: { region: { name: `x ${text}` } } }),
    log: ({ log }, text) => void log.push({ level: 'info', event: `found ${text}` }),
    row: ({ written }, text) => void written.push({ pk: 'V#1', sk: 'VOUCHER', note: text }),
    event: ({ written }, text) => void written.push({ pk: 'V#1', sk: 'EV#1', event: { type: 'x', by: { who: text } } }),
    url: ({ recording }, text) => recording.add({ outlet: 'url', where: 'GET /voucher', content: `/voucher?q=${encodeURIComponent(text)}` }),
    console: ({ recording }, text) => recording.add({ outlet: 'console', where: 'console', content: `Error: about ${text}, at once` }),
  };

  let at: Awaited<ReturnType<typeof prepared>>;
  beforeEach(async () => {
    at = await prepared();
  });

  const sampleOf = (kind: SecretKind) => [...at.recording.secrets[kind]][0]!;

  test.each(OUTLETS.flatMap((outlet) => SECRET_KINDS.map((kind) => [kind, outlet] as const)))('%s in %s', (kind, outlet) => {
    expect(leaksIn(at.recording)).toEqual([]);
    PLANTS[outlet](at, sampleOf(kind));
    expect(leaksIn(at.recording)).toEqual(expect.arrayContaining([expect.objectContaining({ kind, outlet })]));
  });

  test.each([
    ['an ID number nobody told of', '99999920000101002X', 'idNumber'],
    ['the same in small letters', '99999920000101002x', 'idNumber'],
    ['a phone nobody told of', '13800138000', 'phone'],
  ] as const)('%s', (_what, text, kind) => {
    PLANTS.log(at, text);
    expect(leaksIn(at.recording)).toEqual([expect.objectContaining({ kind, outlet: 'log' })]);
  });

  test('as the name of a field, in the key of a row, and in a field where another kind is allowed', () => {
    at.written.push({ pk: `V#${ADA.idNumber}`, sk: 'VOUCHER', [ADA.phone]: true });
    at.recording.add({ outlet: 'answer', where: 'POST /ec/query', content: { data: { userName: ADA.idNumber } } });
    at.recording.add({ outlet: 'answer', where: 'POST /voucher/unlock', content: { token: sampleOf('token') } });
    expect(leaksIn(at.recording).map(({ kind, outlet, field }) => `${kind} ${outlet} ${field}`).sort()).toEqual(['idNumber answer data.userName', 'idNumber row pk', 'phone row ', 'token answer token']);
  });

  test('and is told without saying what it was', () => {
    PLANTS.log(at, ADA.idNumber);
    expect(JSON.stringify(leaksIn(at.recording))).not.toContain(ADA.idNumber);
  });
});

test('numbers that only look alike are no leak: codes, moments, handles, hashes', async () => {
  const recording = newRecording({ log: [], table: {} as never });
  recording.add({ outlet: 'row', where: 'x', content: ['4240000000001754825640370000', '1764000000000', '0000000001', 'a13912345678b', '999999199003070011', 'H37010000001'] });
  expect(leaksIn(recording)).toEqual([]);
});

test('what a citizen is answered shows the own name and number only masked', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token, { until: 'region' });
  const answer = JSON.stringify((await desk.get('/activation', { token })).body);
  expect(answer).toContain('张*');
  expect(answer).not.toMatch(/张三|9003070012/);
});
