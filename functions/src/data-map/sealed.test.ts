import { READING_AUTHORISATION, SERVICE_AGREEMENT } from '@yibao/shared';
import type { Row } from '../aws/table';
import { tokenCacheIn } from '../aws/token-cache';
import { SealBroken } from '../crypto/closed-text';
import { insuredIndexWith } from '../crypto/digest';
import { keySetFrom, keysIn } from '../crypto/keys';
import { type Place, sealerWith } from '../crypto/sealer';
import { insuredIn } from '../insured/store';
import { wishesIn } from '../region/wish-store';
import { ASKER, tokenOf } from '../testing/bureau-desk';
import { fullLife, LIFE_KEYS } from '../testing/full-life';
import type { memoryTable } from '../testing/memory-table';
import { ADA } from '../testing/outside-world';
import { phonesOf } from '../testing/phone-story';
import { activated, ALIPAY_STEPS, scan, seedOf, shownBy, signedIn } from '../testing/story';
import { addresseesIn } from '../voucher/addressees';
import { DATA_MAP, kindOf, sealedOf } from './data-map';

const SEALED = DATA_MAP.flatMap((kind) => sealedOf(kind).map((attribute) => [kind.kind, attribute] as const));
const sealer = sealerWith(LIFE_KEYS);

type Life = Awaited<ReturnType<typeof fullLife>>;
type Rows = ReturnType<typeof memoryTable>;

const tableOf = ({ desk }: Pick<Life, 'desk'>) => desk.table as unknown as Rows;

/** A life, and what only commands and the platforms' side write. */
async function lived(): Promise<Life> {
  const life = await fullLife();
  const table = tableOf(life);
  await tokenCacheIn(table, sealer).write({ token: 'platform-token', expiresAt: life.desk.clock.at.toISOString() });
  const insurance = { psnNo: '3701000001', region: '370100', insutype: '310', status: '1', since: '2018-05-01', retired: false };
  await insuredIn(table, sealer, insuredIndexWith(LIFE_KEYS)).add([{ idNumber: ADA.idNumber, lines: [{ idNumber: ADA.idNumber, name: ADA.name, insurance }] }]);
  return life;
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The sign of base64url that differs in the last bit only. */
const siblingOf = (sign: string) => SIGNS[SIGNS.indexOf(sign) ^ 1] ?? 'A';

const cutsOf = (value: string) => Array.from({ length: value.length }, (_, length) => value.slice(0, length));

/** The value with one sign changed, each in turn. */
const changesOf = (value: string) =>
  Array.from({ length: value.length }, (_, at) => at).flatMap((at) =>
    ['A', 'B', '.', siblingOf(value[at]!)].filter((sign) => sign !== value[at]).map((sign) => `${value.slice(0, at)}${sign}${value.slice(at + 1)}`),
  );

function opens(text: string, place: Place): boolean {
  try {
    sealer.open(text, place);
    return true;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return false;
  }
}

describe('every sealed value of every kind of row', () => {
  let states: readonly Row[];
  beforeAll(async () => {
    states = tableOf(await lived()).written;
  });

  const placed = (kind: string, attribute: string) => states.find((row) => kindOf(row)?.kind === kind && typeof row[attribute] === 'string')!;
  const places = () => SEALED.map(([kind, attribute]) => ({ ...placed(kind, attribute), attribute }));

  test.each(SEALED)('%s: %s opens where it is, and in no other row, attribute, kind or table', (kind, attribute) => {
    const row = placed(kind, attribute);
    const value = String(row[attribute]);
    const own = { pk: row.pk, sk: row.sk, attribute };
    expect(sealer.open(value, own).length).toBeGreaterThan(0);
    const others = [{ ...own, pk: `${row.pk}0` }, { ...own, sk: `${row.sk}0` }, ...['name', 'note'].filter((name) => name !== attribute).map((name) => ({ ...own, attribute: name })), ...places().map(({ pk, sk }) => ({ pk, sk, attribute })), ...places().map((place) => ({ ...own, attribute: place.attribute }))];
    const elsewhere = others.filter((place) => `${place.pk}|${place.sk}|${place.attribute}` !== `${own.pk}|${own.sk}|${attribute}`);
    expect(elsewhere.length).toBeGreaterThan(SEALED.length);
    expect(elsewhere.filter((place) => opens(value, place))).toEqual([]);
    const generation = { keys: keySetFrom(Buffer.from('a root key that is only for tests, 32+'), 'k1'), activeFrom: new Date(0) };
    expect(sealerWith(keysIn(() => ({ table: 'yibao', generations: [generation] }), () => new Date(0))).open(value, own).length).toBeGreaterThan(0);
    expect(() => sealerWith(keysIn(() => ({ table: 'yibao-2', generations: [generation] }), () => new Date(0))).open(value, own)).toThrow('does not open');
  });

  test.each(SEALED)('%s: %s opens at no other length, and with no sign of it changed', (kind, attribute) => {
    const row = placed(kind, attribute);
    const value = String(row[attribute]);
    const others = [...cutsOf(value), ...['=', '\n', 'A', '.'].map((more) => `${value}${more}`), ...changesOf(value)];
    expect(others.length).toBeGreaterThan(4 * value.length);
    expect(others.filter((text) => opens(text, { pk: row.pk, sk: row.sk, attribute }))).toEqual([]);
  });
});

/** Another activation is under way, and all that readers need is at hand. */
async function readable() {
  const life = await lived();
  const { desk, weapp } = life;
  const third = await signedIn(desk, { channel: 'alipay', who: 'ada-third', device: '3'.repeat(32) });
  const agreement = () => desk.post('/activation/agreement', { version: SERVICE_AGREEMENT.version, reading: READING_AUTHORISATION.version, code: 'ada-third' }, { token: third });
  await activated(desk, third, { steps: { ...ALIPAY_STEPS, agreement }, until: 'pin' });
  const voucherId = (await desk.vouchers.ofPerson(ADA.idNumber))!;
  return { ...life, third, voucherId, seed: await seedOf(desk, weapp), asker: await tokenOf(desk, ASKER) };
}

type Readable = Awaited<ReturnType<typeof readable>>;
type Reading = (life: Readable) => Promise<unknown>;

const rowsOf = (desk: Life['desk'], kind: string) => [...tableOf({ desk }).rows.values()].filter((row) => kindOf(row)?.kind === kind);

const voucherShown: Reading = ({ desk, weapp }) => desk.get('/voucher', { token: weapp });
const activationShown: Reading = ({ desk, third }) => desk.get('/activation', { token: third });
const scanned: Reading = async ({ desk, seed }) => scan(desk, shownBy(seed, desk.clock.at, 3));
const stepsGone: Reading = ({ desk, alipay }) => desk.post('/phone/account', { packet: '{"response":"x"}' }, { token: alipay });
const ticketRead: Reading = async ({ desk, asker }) => {
  const answered = rowsOf(desk, 'ticket').find((row) => row['answer'] !== undefined)!;
  return desk.get('/feedback/ticket', { query: { ticket: answered['ticket'] }, token: asker });
};

/** Who reads it: a request that is answered INTERNAL, or a push, which stops there and comes again. */
const READ_BY: Readonly<Record<string, Reading>> = {
  'voucher: name': voucherShown,
  'voucher: idNumber': voucherShown,
  'code: name': scanned,
  'code: idNumber': scanned,
  'code: seed': scanned,
  'session: openId': voucherShown,
  'activation: name': activationShown,
  'activation: idNumber': activationShown,
  'activation: phone': activationShown,
  'phone of a binding: phone': ({ desk, weapp }) => desk.get('/phone', { token: weapp }),
  'change of a phone: phone': ({ desk, weapp }) => desk.post('/phone/new/code', { code: '246810' }, { token: weapp }),
  'three steps of Alipay: from': stepsGone,
  'three steps of Alipay: seen': stepsGone,
  'ticket: contact': ticketRead,
  'ticket: answer': ticketRead,
  'binding: openId': async ({ desk, voucherId }) => {
    const addressees = addresseesIn(desk.table, sealer);
    for (const { account } of await addressees.of(voucherId)) await addressees.openIdOf(voucherId, account);
  },
  'former phone: phone': ({ desk, voucherId }) => phonesOf(desk).everHeld(voucherId),
  'wish for an opening: openId': async ({ desk }) => {
    const [wish] = rowsOf(desk, 'wish for an opening');
    await wishesIn(desk.table, sealer).openIdOf({ type: 'wish.granted', region: '371700', name: '菏泽市', at: '2026-11-22T02:00:00.000Z', channel: 'alipay', account: String(wish!['account']) });
  },
  'insured person: person': ({ desk }) => insuredIn(desk.table, sealer, insuredIndexWith(LIFE_KEYS)).find(ADA.idNumber),
  'platform token: token': ({ desk }) => tokenCacheIn(desk.table, sealer).read(),
};

const COUNTS = /^counted |^tries |^journal|^end of a journal/;

const told = ({ desk }: Readable) => [...tableOf({ desk }).rows].filter(([, row]) => !COUNTS.test(kindOf(row)?.kind ?? ''));

describe('a stored value that was', () => {
  let life: Readable;
  let sound: readonly (readonly [string, Row])[];
  beforeAll(async () => {
    life = await readable();
    sound = structuredClone([...tableOf(life).rows]);
  });
  beforeEach(() => {
    const { rows } = tableOf(life);
    rows.clear();
    for (const [id, row] of sound) rows.set(id, structuredClone(row));
  });

  const CHANGES: Readonly<Record<string, (value: string, other: string) => string>> = { cut: (value) => value.slice(0, -5), exchanged: (_value, other) => other };

  test.each(Object.keys(CHANGES).flatMap((change) => SEALED.map(([kind, attribute]) => [change, kind, attribute] as const)))('%s (%s: %s) is answered INTERNAL, logged once as a broken seal and without data, and changes nothing', async (change, kind, attribute) => {
    const { rows } = tableOf(life);
    const [, other] = sound.find(([, row]) => kindOf(row)?.kind === (kind === 'voucher' ? 'code' : 'voucher'))!;
    const held = [...rows].filter(([, row]) => kindOf(row)?.kind === kind && typeof row[attribute] === 'string');
    expect(held.length).toBeGreaterThan(0);
    for (const [id, row] of held) rows.set(id, { ...row, [attribute]: CHANGES[change]!(String(row[attribute]), String(other['name'])) });
    const [before, logged] = [structuredClone(told(life)), life.desk.log.length];
    const outcome = await READ_BY[`${kind}: ${attribute}`]!(life).catch((error: unknown) => error);
    expect(structuredClone(told(life))).toEqual(before);
    if (outcome instanceof Error) {
      expect(outcome).toMatchObject({ name: 'SealBroken', message: 'closed text does not open here' });
      return;
    }
    expect(outcome).toMatchObject({ body: kind === 'code' ? { success: false } : { code: 'INTERNAL' } });
    const lines = life.desk.log.slice(logged);
    expect(lines).toEqual([expect.objectContaining({ level: 'error', code: 'INTERNAL', defect: expect.stringMatching(/^SealBroken \| at /) })]);
    expect(JSON.stringify([lines, outcome])).not.toMatch(/v1\.|9999|1390/);
  });
});

test('of every sealed attribute it is told who reads it', () => {
  expect(Object.keys(READ_BY).sort()).toEqual(SEALED.map((names) => names.join(': ')).sort());
});
