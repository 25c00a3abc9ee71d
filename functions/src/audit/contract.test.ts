import { contract, type Endpoint, FACE_CONSENT } from '@yibao/shared';
import type { Row } from '../aws/table';
import { fullLife, LIFE_KEYS } from '../testing/full-life';
import { memoryTable } from '../testing/memory-table';
import { openCity, PIN, seedOf, signedIn } from '../testing/story';

/** Entries of the voucher's trail that a request writes, `journal` for one of the operator's; or why there is none. */
type Told = readonly string[] | string;

const STEP = 'a step of an activation; the trail begins with the voucher, and tells the consents given on the way';
const CONFIRMING = 'opens a sensitive action for minutes, which has its own entry; counted tries and a lock are told';
const TOKEN = 'a token of minutes; refusals are logged with their reason';
const USE = 'a use is recorded with its own MAC, not chained (docs/adr/0009)';
const OF_A_SESSION = 'sessions are listed, ended and gone by themselves; nothing of the voucher changes';
const WALLET = 'a card beside the voucher; it opens nothing that the phone does not';

const TOLD: Readonly<Record<string, Told>> = {
  '/account/close': ['account.closed'],
  '/activation/agreement': STEP,
  '/activation/identity': STEP,
  '/activation/authorisation': STEP,
  '/activation/face': STEP,
  '/activation/face/result': STEP,
  '/activation/region': STEP,
  '/activation/phone': STEP,
  '/activation/phone/code': STEP,
  '/activation/pin': ['voucher.activated', 'voucher.bound'],
  '/binding/unbind': ['binding.closed'],
  '/consent': ['consent.given'],
  '/consent/withdraw': ['consent.withdrawn'],
  '/feedback': 'the ticket itself tells who asked what, and when',
  '/feedback/answer': ['journal'],
  '/hotline/lookup': ['hotline.acted', 'journal'],
  '/hotline/cases': ['hotline.acted', 'journal'],
  '/hotline/case/approve': ['binding.closed', 'journal'],
  '/hotline/case/reject': ['hotline.acted', 'journal'],
  '/hotline/complete-activation': ['journal'],
  '/institution/token': TOKEN,
  '/notice/settlement': 'the bureau’s own record is the settlement; here it is kept to tell the holder',
  '/operator/token': ['journal'],
  '/phone/new': 'a number that was not proven yet changes nothing',
  '/phone/new/code': 'a number that was proven and not taken over yet changes nothing',
  '/phone': ['phone.changed'],
  '/phone/account': 'a hint of the platform that the number is another; the change itself is told',
  '/region/opening': 'a wish to be told once, before there is a voucher',
  '/session': OF_A_SESSION,
  '/session/end': OF_A_SESSION,
  '/session/sign-out': OF_A_SESSION,
  '/session/step-up': CONFIRMING,
  '/session/step-up/face': CONFIRMING,
  '/session/step-up/face/result': CONFIRMING,
  '/voucher/unlock': ['pin.locked'],
  '/voucher/pin-policy': 'when this phone asks for the PIN; the service asks for it in any case',
  '/voucher/pin': ['pin.changed'],
  '/voucher/pin/reset': ['pin.changed'],
  '/voucher/seed': ['seed.moved'],
  '/ec/query': USE,
  '/ec/1162': USE,
  '/wallet/card': WALLET,
  '/wallet/card/added': WALLET,
};

const changing = Object.values<Record<string, Endpoint>>(contract).flatMap((room) => Object.values(room)).filter(({ method }) => method !== 'GET');

const kindOfEntry = ({ pk, sk, event }: Row) => {
  if (!sk.startsWith('EV#')) return [];
  return [pk.startsWith('OJ#') ? 'journal' : (event as { type: string }).type];
};

/** Every endpoint's entries in the life of a citizen, of operators and of the hotline. */
async function entriesByPath(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const table = memoryTable();
  const desk = await openCity({ table, keys: LIFE_KEYS });
  const entries = new Map<string, Set<string>>();
  const post = desk.post.bind(desk);
  desk.post = async (path, body, headers) => {
    const before = table.written.length;
    const answer = await post(path, body, headers);
    entries.set(path, new Set([...(entries.get(path) ?? []), ...table.written.slice(before).flatMap(kindOfEntry)]));
    return answer;
  };
  const { weapp, alipay } = await fullLife(desk);
  await desk.post('/consent', { purpose: 'face', version: FACE_CONSENT.version }, { token: weapp });
  const confirmed = (action: string, token: string) => desk.post('/session/step-up', { action, pin: PIN }, { token });
  await confirmed('change-pin', alipay);
  await desk.post('/voucher/pin', { pin: '461753' }, { token: alipay });
  const other = await signedIn(desk, { device: 'e'.repeat(32) });
  await desk.post('/voucher/unlock', { pin: '461753' }, { token: other });
  await seedOf(desk, other);
  for (let i = 0; i < 5; i += 1) await desk.post('/voucher/unlock', { pin: '746281' }, { token: other });
  for (const path of ['/session/step-up/face', '/session/step-up/face/result']) await desk.post(path, { action: 'reset-pin' }, { token: alipay });
  await desk.post('/voucher/pin/reset', { pin: '280915' }, { token: alipay });
  for (const { method, path } of changing) if (method !== 'GET' && !entries.has(path) && path !== '/account/close') await desk.post(path, {}, { token: other });
  await confirmed('close-account', alipay);
  await desk.post('/account/close', {}, { token: alipay });
  return entries;
}

let entries: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
  entries = await entriesByPath();
});

test('of every endpoint that changes something it is told what the audit trail tells of it, or why nothing', () => {
  expect(Object.keys(TOLD).sort()).toEqual(changing.map(({ path }) => path).sort());
});

test.each(Object.entries(TOLD))('%s writes the entries that are promised, and no others', (path, told) => {
  const written = [...(entries.get(path) ?? [])].sort();
  expect(written).toEqual(typeof told === 'string' ? [] : [...told].sort());
});
