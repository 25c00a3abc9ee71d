import { REFUSALS, type RefusalCode } from '@yibao/shared';
import { type Citizen, type WizardStep } from '../citizen/citizen';
import { PIN } from './stage';

/** Where a citizen can stand while another side is asked: signing in, or a step of the wizard. */
export type Place = 'launch' | WizardStep;

const REFUSAL_IDS = Object.keys(REFUSALS).map((code) => `refusal-${code}`);

/** What only the other sides and programmers say. */
const RAW = /errcode|errmsg|rid:|isv\.|aop\.|sub_code|LimitExceeded|infcode|Bad Gateway|系统维护中|Internal Server Error|验签|时间戳|报文|undefined|null|\[object|Error:/;

/** Does what the other side is asked for at this place. */
async function attempt(citizen: Citizen, place: WizardStep): Promise<void> {
  if (place !== 'phone') return citizen.take(place, { pin: PIN });
  await citizen.hands.tap('get-sms');
  await citizen.hands.agree('phone-number');
}

/** The words of a refusal with anything in its blanks. */
const worded = (code: RefusalCode): RegExp[] =>
  [REFUSALS[code].title, REFUSALS[code].remedy].map((text) => new RegExp(text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?()|[\]{}]/g, '\\$&')).join('.+')));

/** Nothing of what only the other sides and programmers say. */
export async function readsNothingRaw(citizen: Citizen): Promise<string> {
  const text = (await citizen.text()).replace(/\n/g, '');
  expect(text).not.toMatch(RAW);
  return text;
}

/** The refusal that the citizen reads: known words and nothing raw. */
export async function readsRefusal(citizen: Citizen): Promise<RefusalCode> {
  const code = (await citizen.hands.waitForAny(REFUSAL_IDS)).replace('refusal-', '') as RefusalCode;
  const text = await readsNothingRaw(citizen);
  for (const words of worded(code)) expect(text).toMatch(words);
  return code;
}

/** The same where it may also be told at a field. */
export async function readsRefusalAt(citizen: Citizen, field: string): Promise<RefusalCode> {
  if ((await citizen.hands.waitForAny([`${field}-fault`, ...REFUSAL_IDS])) !== `${field}-fault`) return readsRefusal(citizen);
  const text = await readsNothingRaw(citizen);
  const code = (Object.keys(REFUSALS) as RefusalCode[]).find((one) => worded(one).every((words) => words.test(text)));
  if (code === undefined) throw new Error(`no refusal is told at ${field}: ${text}`);
  return code;
}

/** Tries what cannot succeed now; the citizen is then back where they stood. */
export async function triesInVain(citizen: Citizen, place: Place): Promise<RefusalCode> {
  if (place !== 'launch') await attempt(citizen, place);
  const code = await readsRefusal(citizen);
  if (place === 'launch') return code;
  await citizen.hands.tap('refusal-retry');
  expect(await citizen.standsAt()).toBe(place);
  return code;
}
