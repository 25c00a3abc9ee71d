import { ASKER, askOperatorToken, operatorClaims, registered, tokenOf } from './bureau-desk';
import { fromStranger } from './bureau-side';
import { askToken, claimsAt, hospitalToken, newSigningKey, signed } from './hospital';
import type { Answer, Desk } from './desk';
import { ADA } from './outside-world';
import { another, BEN, BEN_ON_WECHAT, BENS_WECHAT } from './phone-story';
import { activated, ALIPAY_STEPS, type HeldSeed, openCity, scan, seedOf, shownBy, signedIn, WEAPP_STEPS } from './story';

/** A city in which one person has a voucher through Alipay and an older code that was revoked; whoever asks is on WeChat. */
export interface City {
  readonly desk: Desk;
  readonly seed: HeldSeed;
  readonly revoked: HeldSeed;
}

type Act = () => Promise<Answer>;

/** A question whose answer must not tell whether what it names is there, nor by the time that it takes. */
export interface Asking {
  readonly what: string;
  /** What is asked for is done, whatever it names; elsewhere it is refused. */
  readonly isDone?: true;
  /** What is named, and how it is prepared; only the act itself is counted and timed. */
  readonly about: Readonly<Record<string, (city: City) => Promise<Act>>>;
}

const HAS_VOUCHER = { name: '张三', idNumber: '999999199003070012' };
const HAS_NONE = { name: '李四', idNumber: '999999198505150034' };
const NOT_INSURED = { name: '王五', idNumber: '999999197802030042' };

type Person = typeof HAS_VOUCHER;

export async function cityWith(...opening: Parameters<typeof openCity>): Promise<City> {
  const desk = await openCity(...opening);
  const alipay = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, alipay, { steps: ALIPAY_STEPS });
  const revoked = await seedOf(desk, alipay);
  desk.wait(25 * 3_600_000);
  const again = await signedIn(desk, { channel: 'alipay' });
  await desk.post('/voucher/unlock', { pin: '280915' }, { token: again });
  return { desk, seed: await seedOf(desk, again), revoked };
}

let asker = 0;

/** A platform account of its own for each question. */
const newAsker = (desk: Desk) => signedIn(desk, { who: `asker${++asker}`, device: String(asker).padStart(32, '0') });

const claimed = (desk: Desk, token: string, person: Person) => desk.post('/activation/identity', { ...person, code: 'c' }, { token });

const asForeign = (person: Person) => async ({ desk }: City): Promise<Act> => {
  const token = await newAsker(desk);
  await WEAPP_STEPS['agreement']!(desk, token);
  desk.world.refuse('checkRealName', 'ID_MISMATCH');
  return () => claimed(desk, token, person);
};

/** The platform takes the number for the account's own; the face is not yet seen. */
async function beforeFace({ desk }: City, person: Person): Promise<string> {
  const token = await newAsker(desk);
  await WEAPP_STEPS['agreement']!(desk, token);
  await claimed(desk, token, person);
  await WEAPP_STEPS['authorisation']!(desk, token);
  return token;
}

const atStep = (step: string) => (person: Person) => async (city: City): Promise<Act> => {
  const token = await beforeFace(city, person);
  return () => WEAPP_STEPS[step]!(city.desk, token);
};

const withOtherFace = (person: Person) => async (city: City): Promise<Act> => {
  const token = await beforeFace(city, person);
  city.desk.world.refuse('faceResult', 'FACE_MISMATCH');
  return () => WEAPP_STEPS['face']!(city.desk, token);
};

const scanned = (held: (city: City) => HeldSeed) => async (city: City): Promise<Act> => {
  const { desk } = city;
  const [token, code] = [await hospitalToken(desk), shownBy(held(city), desk.clock.at)];
  return () => scan(desk, code, { token, operatorId: `op${++asker}` });
};

/** The holder is told of the first scan of an ended code in an hour, which takes a write; of the next ones nothing is told. */
const scannedAgain = (held: (city: City) => HeldSeed) => async (city: City): Promise<Act> => {
  await (await scanned(held)(city))();
  return scanned(held)(city);
};

const STRANGER = newSigningKey('2026-11');

const tokenFor = (orgId: string | undefined, kid: string) => async ({ desk }: City): Promise<Act> => {
  const assertion = await signed(claimsAt(desk.clock.at, orgId), { key: { ...STRANGER, kid } });
  return () => askToken(desk, assertion);
};

const persons = (prepared: (person: Person) => (city: City) => Promise<Act>) => ({ 'has a voucher': prepared(HAS_VOUCHER), 'has none': prepared(HAS_NONE) });

const operatorTokenFor = (id: string, kid: string) => async ({ desk }: City): Promise<Act> => {
  await registered(desk, ASKER);
  const assertion = await signed(operatorClaims(desk.clock.at, id), { key: { ...STRANGER, kid } });
  return () => askOperatorToken(desk, assertion);
};

const bens = new WeakMap<Desk, Promise<void>>();

/** A second person has a voucher, through WeChat; a day later, as so many messages go to an account in a day. */
async function asBen({ desk }: City): Promise<string> {
  const before = desk.world.state.person;
  const activating = async () => {
    await another(desk);
    await activated(desk, await signedIn(desk, BEN_ON_WECHAT), { steps: BENS_WECHAT });
  };
  await (bens.get(desk) ?? bens.set(desk, activating()).get(desk));
  desk.world.state.person = before;
  desk.wait(25 * 3_600_000);
  return signedIn(desk, BEN_ON_WECHAT);
}

const newNumber = (phone: string) => async (city: City): Promise<Act> => {
  const token = await asBen(city);
  return () => city.desk.post('/phone/new', { phone }, { token });
};

const waiting = new WeakMap<Desk, Promise<unknown>>();

/** The number of a ticket in which somebody waits to be checked at the desk. */
async function ticketIn(desk: Desk): Promise<unknown> {
  const reporting = async () => {
    const token = await signedIn(desk, { who: 'third', device: 'f'.repeat(32) });
    await activated(desk, token, { until: 'face' });
    return (await desk.post('/feedback', { kind: 'face-photo-missing', contact: { kind: 'wechat', value: 'wxid_third2026' }, region: '370100' }, { token })).body['ticket'];
  };
  return waiting.get(desk) ?? waiting.set(desk, reporting()).get(desk);
}

/** Another person's number for somebody's ticket; by an operator who has not asked before. */
const byHand = (idNumber: string) => async (city: City): Promise<Act> => {
  const { desk } = city;
  await asBen(city);
  const [ticket, colleague] = [await ticketIn(desk), { ...ASKER, id: `op${String(++asker).padStart(6, '0')}`, key: newSigningKey('1') }];
  await registered(desk, colleague);
  const token = await tokenOf(desk, colleague);
  return () => desk.post('/hotline/complete-activation', { idNumber, ticket, checks: ['original-document', 'documents'] }, { token });
};

const forgedSettlement = ({ idNumber }: Person) => async ({ desk }: City): Promise<Act> => {
  const data = { outBizNo: 'VISIT1', medicalSettleState: 'SUCCESS', idNo: idNumber, setlTime: '2026-11-22 10:05:00', hospitalName: '济南市第一人民医院', totalFee: '20', ownAmt: '20' };
  const message = fromStranger({ transType: 'cn.nhsa.settle.notify', orgId: 'H37010000001', msgid: 'M1', data }, desk.clock.at);
  return () => desk.post('/notice/settlement', message);
};

export const ASKINGS: readonly Asking[] = [
  { what: 'POST /activation/identity with a number that is not the account’s own', about: { ...persons(asForeign), 'is not insured': asForeign(NOT_INSURED) } },
  { what: 'POST /activation/region before the face', about: persons(atStep('region')) },
  { what: 'POST /activation/pin before the face', about: persons(atStep('pin')) },
  { what: 'POST /activation/face and its result, another face', about: persons(withOtherFace) },
  {
    what: 'POST /ec/query with a wrong code',
    about: {
      'somebody’s handle': scanned(({ seed }) => ({ ...seed, seed: '0'.repeat(64) })),
      'nobody’s handle': scanned(({ seed }) => ({ ...seed, seed: '0'.repeat(64), handle: '9999999999' })),
      'a revoked handle, again': scannedAgain(({ revoked }) => ({ ...revoked, seed: '0'.repeat(64) })),
    },
  },
  {
    what: 'POST /institution/token with a foreign key',
    about: { 'a registered key’s name': tokenFor(undefined, '2026-11'), 'an unknown key’s name': tokenFor(undefined, '2026-12'), 'an unknown institution': tokenFor('H00000000000', '2026-11') },
  },
  {
    what: 'POST /operator/token with a foreign key',
    about: { 'a registered key’s name': operatorTokenFor(ASKER.id, '1'), 'an unknown key’s name': operatorTokenFor(ASKER.id, '2'), 'an unknown number': operatorTokenFor('op9999', '1') },
  },
  { what: 'POST /phone/new, whose number it is', isDone: true, about: { 'another person’s': newNumber(ADA.phone), 'nobody’s': newNumber(`${ADA.phone.slice(0, 3)}7777${ADA.phone.slice(7)}`) } },
  {
    what: 'POST /hotline/complete-activation with a number that is not the ticket’s',
    about: { 'has a voucher': byHand(BEN.idNumber), 'has none': byHand(HAS_NONE.idNumber), 'is not insured': byHand(NOT_INSURED.idNumber) },
  },
  { what: 'POST /notice/settlement by who is not the platform', about: persons(forgedSettlement) },
];
