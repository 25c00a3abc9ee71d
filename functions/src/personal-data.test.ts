import { contract, type Endpoint } from '@yibao/shared';
import type { Desk } from './testing/desk';
import { HOSPITAL, hospitalToken } from './testing/hospital';
import { leaksIn } from './testing/leaks';
import { ADA } from './testing/outside-world';
import { newRecording, type Outlet, type Recording } from './testing/recording';
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
  let lived: Recording;
  beforeAll(async () => {
    lived = (await life()).recording;
  });

  /** A recording of its own, so that the sweep after this test does not find what was planted. */
  function prepared() {
    const table = { written: [] as unknown[] };
    const log: never[] = [];
    const recording = newRecording({ log, table: table as never });
    for (const kind of SECRET_KINDS) for (const secret of lived.secrets[kind]) recording.secrets[kind].add(secret);
    return { recording, written: table.written, log: log as unknown[] };
  }

  type Prepared = ReturnType<typeof prepared>;

  /** Every place where something can come out, and the outlet under which it is told. */
  const SINKS: Readonly<Record<string, readonly [Outlet, (at: Prepared, text: string) => void]>> = {
    'an answer': ['answer', ({ recording }, text) => recording.add({ outlet: 'answer', where: 'GET /voucher', content: { region: { name: `x ${text}` } } })],
    'an error that is answered': ['answer', ({ recording }, text) => recording.add({ outlet: 'answer', where: 'POST /activation/identity', content: { code: 'REQUEST_MALFORMED', detail: `“${text}” is not right` } })],
    'a header': ['answer', ({ recording }, text) => recording.add({ outlet: 'answer', where: 'GET /voucher', content: { headers: { 'x-note': text } } })],
    'a log line': ['log', ({ log }, text) => void log.push({ level: 'info', event: `found ${text}` })],
    'an error that is logged': ['log', ({ log }, text) => void log.push({ level: 'error', event: 'declined', defect: `TypeError: ${text} | at x` })],
    'a metric, which is a log line in CloudWatch’s format': ['log', ({ log }, text) => void log.push({ _aws: { CloudWatchMetrics: [{ Dimensions: [['who']] }] }, who: text })],
    'a stored item': ['row', ({ written }, text) => void written.push({ pk: 'V#1', sk: 'VOUCHER', note: text })],
    'an event': ['event', ({ written }, text) => void written.push({ pk: 'V#1', sk: 'EV#1', event: { type: 'x', by: { who: text } } })],
    'an address': ['url', ({ recording }, text) => recording.add({ outlet: 'url', where: 'GET /voucher', content: `/voucher?q=${encodeURIComponent(text)}` })],
    'the console': ['console', ({ recording }, text) => recording.add({ outlet: 'console', where: 'console', content: `Error: about ${text}, at once` })],
    'a message in a queue': ['queue', ({ recording }, text) => recording.add({ outlet: 'queue', where: 'weapp', content: JSON.stringify({ event: { note: text } }) })],
  };
  const intoLog = SINKS['a log line']![1];

  let at: Prepared;
  beforeEach(() => {
    at = prepared();
  });

  const sampleOf = (kind: SecretKind) => [...at.recording.secrets[kind]][0]!;

  test.each(Object.keys(SINKS).flatMap((sink) => SECRET_KINDS.map((kind) => [kind, sink] as const)))('%s in %s', (kind, sink) => {
    const [outlet, plant] = SINKS[sink]!;
    expect(leaksIn(at.recording)).toEqual([]);
    plant(at, sampleOf(kind));
    expect(leaksIn(at.recording)).toEqual(expect.arrayContaining([expect.objectContaining({ kind, outlet })]));
  });

  const coded = (text: string, to: 'base64' | 'base64url' | 'hex') => Buffer.from(text).toString(to);
  const asCodes = (text: string, form: (code: string) => string) => Array.from(text, (one) => form(one.codePointAt(0)!.toString(16).padStart(4, '0'))).join('');
  const fullWidth = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0));
  const FORMS: Readonly<Record<string, (secret: string) => string>> = {
    'percent-encoded, every byte': (secret) => Buffer.from(secret).toString('hex').replace(/../g, '%$&'),
    'percent-encoded beside a percent sign that is none': (secret) => `100% ${encodeURIComponent(secret)}`,
    'in base64': (secret) => coded(secret, 'base64'),
    'in base64url, within a text that is encoded': (secret) => coded(JSON.stringify({ who: secret }), 'base64url'),
    'in hexadecimal': (secret) => coded(`: ${secret}`, 'hex').toUpperCase(),
    'in Unicode escapes': (secret) => asCodes(secret, (code) => `\\u${code}`),
    'in character references': (secret) => asCodes(secret, (code) => `&#x${code};`),
    'in base64 of a percent-encoded text': (secret) => coded(encodeURIComponent(`who=${secret}`), 'base64'),
    'in full-width signs': fullWidth,
  };

  test.each(Object.keys(FORMS).flatMap((form) => SECRET_KINDS.map((kind) => [kind, form] as const)))('%s %s', (kind, form) => {
    intoLog(at, FORMS[form]!(sampleOf(kind)));
    expect(leaksIn(at.recording)).toEqual(expect.arrayContaining([expect.objectContaining({ kind, outlet: 'log' })]));
  });

  test.each((['idNumber', 'phone', 'seed', 'code', 'token', 'name'] as const).flatMap((kind) => [' ', '-', '.', ', '].map((separator) => [kind, separator] as const)))('%s with “%s” between its signs', (kind, separator) => {
    intoLog(at, Array.from(sampleOf(kind)).join(separator));
    expect(leaksIn(at.recording)).toEqual(expect.arrayContaining([expect.objectContaining({ kind })]));
  });

  test('what a phone keeps is its session and the seed of its codes, and nothing else', () => {
    for (const kind of SECRET_KINDS) at.recording.add({ outlet: 'storage', where: 'weapp', content: { [`kept ${kind}`]: sampleOf(kind) } });
    expect(leaksIn(at.recording).map(({ kind, outlet }) => [kind, outlet])).toEqual(SECRET_KINDS.filter((kind) => !['seed', 'token'].includes(kind)).map((kind) => [kind, 'storage']));
  });

  test.each([
    ['an ID number nobody told of', '99999920000101002X', 'idNumber'],
    ['the same in small letters', '99999920000101002x', 'idNumber'],
    ['a phone nobody told of', '13800138000', 'phone'],
  ] as const)('%s', (_what, text, kind) => {
    intoLog(at, text);
    expect(leaksIn(at.recording)).toEqual([expect.objectContaining({ kind, outlet: 'log' })]);
  });

  test('as the name of a field, in the key of a row, and in a field where another kind is allowed', () => {
    at.written.push({ pk: `V#${ADA.idNumber}`, sk: 'VOUCHER', [ADA.phone]: true });
    at.recording.add({ outlet: 'answer', where: 'POST /ec/query', content: { data: { userName: ADA.idNumber } } });
    at.recording.add({ outlet: 'answer', where: 'POST /voucher/unlock', content: { token: sampleOf('token') } });
    expect(leaksIn(at.recording).map(({ kind, outlet, field }) => `${kind} ${outlet} ${field}`).sort()).toEqual(['idNumber answer data.userName', 'idNumber row pk', 'phone row ', 'token answer token']);
  });

  test('and is told without saying what it was', () => {
    intoLog(at, ADA.idNumber);
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
