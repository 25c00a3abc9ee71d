import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { SECRET_KINDS, type SecretKind } from '@yibao/functions/src/testing/secret-kinds';
import { handedTraces, logReader } from './stack-traces';
import { StorySweep } from './story-sweep';

/** One secret of each kind, as a story would show them to the sweep. */
const SECRETS: Readonly<Record<SecretKind, string>> = {
  idNumber: '999999199003070012',
  phone: '13900005080',
  name: '欧阳小云',
  pin: '280915',
  smsCode: '246810',
  seed: 'a1b2'.repeat(16),
  token: 'Tk-x_'.repeat(8),
  code: '4240000000001754825640370000',
  openId: 'oWx-1a2b3c4d',
};

const asked = (path: string, body: object = {}, token?: string) => ({
  method: 'POST', url: path, headers: token === undefined ? {} : { authorization: [`Bearer ${token}`] }, body: Buffer.from(JSON.stringify(body)), sourceIp: '127.0.0.1', port: 1,
});
const answer = (body: object, status = 200) => ({ status, headers: {}, body: JSON.stringify(body) });

/** A sweep that has seen every kind of secret where it belongs. */
function begun(): StorySweep {
  const sweep = new StorySweep();
  sweep.know({ name: SECRETS.name, idNumber: SECRETS.idNumber, phone: SECRETS.phone, openId: { weapp: SECRETS.openId, alipay: '2088000000000001' } });
  const { exchange } = sweep.overheard;
  exchange(asked('/voucher/unlock', { pin: SECRETS.pin }, SECRETS.token), answer({ done: true }));
  exchange(asked('/activation/phone/code', { code: SECRETS.smsCode }), answer({}));
  exchange(asked('/voucher/seed'), answer({ seed: SECRETS.seed }));
  exchange(asked('/ec/query', { data: { ecQrCode: SECRETS.code } }), answer({ data: { userName: SECRETS.name, idNo: SECRETS.idNumber } }));
  return sweep;
}

const record = (row: object) => ({ dynamodb: { NewImage: marshall({ pk: 'V#1', sk: 'VOUCHER', ...row }) } });

const folder = mkdtempSync(join(tmpdir(), 'yibao-sweep-'));
afterAll(() => rmSync(folder, { recursive: true }));

function logged(sweep: StorySweep, text: string): void {
  const read = logReader(folder);
  writeFileSync(join(folder, 'voucher.log'), `{"level":"info","event":"${text}"}\n`);
  sweep.hear(read());
}

const left = { storage: {}, console: [], addresses: [] };

const SINKS: Readonly<Record<string, (sweep: StorySweep, text: string) => void>> = {
  'an answer': ({ overheard }, text) => overheard.exchange(asked('/voucher'), answer({ holder: text })),
  'an error': ({ overheard }, text) => overheard.exchange(asked('/voucher'), answer({ code: 'INTERNAL', detail: text }, 500)),
  'an address of the API': ({ overheard }, text) => overheard.exchange(asked(`/regions?near=${encodeURIComponent(text)}`), answer({})),
  'a log line': logged,
  'a row in the stream': ({ overheard }, text) => overheard.handed('reactions', [record({ note: text })]),
  'the key of a row': (sweep, text) => sweep.hear(handedTraces('reactions', [record({ pk: `V#${text}` })])),
  'an event': ({ overheard }, text) => overheard.handed('pushes', [record({ event: { type: 'x', who: text } })]),
  'a message in a queue': ({ overheard }, text) => overheard.handed('courier-sms', [{ body: JSON.stringify({ work: 'notice', to: text }) }]),
  'the console of a phone': (sweep, text) => sweep.phone('weapp', { ...left, console: [`failed for ${text}`] }),
  'an address on a phone': (sweep, text) => sweep.phone('web', { ...left, addresses: [`http://127.0.0.1/#/pages/voucher/index?who=${encodeURIComponent(text)}`] }),
};

test('what is where it belongs is no leak', () => {
  expect(begun().leaks()).toEqual([]);
});

test.each(Object.keys(SINKS).flatMap((sink) => SECRET_KINDS.map((kind) => [kind, sink] as const)))('%s in %s of the whole stack is found, once, and not quoted', (kind, sink) => {
  const sweep = begun();
  SINKS[sink]!(sweep, SECRETS[kind]);
  const found = sweep.leaks();
  expect(found).toEqual(expect.arrayContaining([expect.objectContaining({ kind })]));
  expect(JSON.stringify(found)).not.toContain(SECRETS[kind]);
  expect(sweep.leaks()).toEqual([]);
});

test('a phone may keep its session and the seed of its codes, nothing else', () => {
  const sweep = begun();
  sweep.phone('weapp', { ...left, storage: Object.fromEntries(SECRET_KINDS.map((kind) => [`kept ${kind}`, JSON.stringify({ value: SECRETS[kind] })])) });
  expect(sweep.leaks().map(({ kind }) => kind)).toEqual(SECRET_KINDS.filter((kind) => !['seed', 'token'].includes(kind)));
});

test('a story in which something came out fails', () => {
  const sweep = begun();
  logged(sweep, SECRETS.name);
  expect(() => sweep.check()).toThrow(/personal data came out:\n.*"kind":"name".*"where":"voucher.log"/);
});
