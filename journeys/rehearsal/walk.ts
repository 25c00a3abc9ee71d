import { setTimeout as sleep } from 'node:timers/promises';
import { bytesOfHex, codeAt, CODES_PER_STEP, counterOf, FACE_CONSENT, READING_AUTHORISATION, SERVICE_AGREEMENT, stepAt } from '@yibao/shared';
import { ask } from '@yibao/simulator/src/database/dynamodb';
import type { Stack } from '@yibao/simulator/src/stack';
import { newestSmsCode, newPerson, type Person } from '../citizen/person';
import { read, send } from './send';

/** What has become of a citizen so far. */
export interface Walking {
  readonly stack: Stack;
  readonly person: Person;
  /** How long a message, or a line of the list of uses, may take. */
  patienceMs: number;
  token: string;
  /** The phone in use, on which the session serves. */
  device: string;
  pin: string;
  seed: { readonly seed: string; readonly handle: string; readonly province: string };
  /** The newest code shown, and its counter. */
  code: string;
  shown: number;
  accepted: number;
}

type Step = (citizen: Walking) => Promise<unknown>;

const post = (citizen: Walking, path: string, body: unknown = {}) => send(`${citizen.stack.api}${path}`, body, citizen);
const phone = ({ stack, person }: Walking, path: string, more: object = {}) => send(`${stack.outside}/phone/${path}`, { person: person.id, ...more });

async function until({ patienceMs }: Walking, [what, holds]: readonly [string, () => Promise<boolean>]): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`${what} did not come`);
}

const signsIn: Step = async (citizen) => {
  const { code } = await phone(citizen, 'weapp/login');
  citizen.token = String((await post(citizen, '/session', { channel: 'weapp', code, device: citizen.device }))['token']);
};

const provesIdentity: Step = async (citizen) => {
  const { name, idNumber } = citizen.person;
  return post(citizen, '/activation/identity', { name, idNumber, code: (await phone(citizen, 'weapp/realname'))['code'] });
};

const provesFace: Step = async (citizen) => {
  const { face } = (await post(citizen, '/activation/face', { consent: FACE_CONSENT.version })) as { face: { verifyId: string } };
  await phone(citizen, 'weapp/face', { verifyId: face.verifyId });
  return post(citizen, '/activation/face/result');
};

const takesSeed: Step = async (citizen) => {
  await post(citizen, '/voucher/unlock', { pin: citizen.pin });
  citizen.seed = (await post(citizen, '/voucher/seed')) as Walking['seed'];
};

/** What the counter says of a code for 门诊挂号. */
export const counterSays = async (stack: Stack, code: string): Promise<string> => {
  const scan = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return String((await send(`${stack.web}/counter/scan`, { scan, code, businessType: '01101' }))['outcome']);
};

/** A code that was never shown before. Four are of one minute, and those of the minute before and after are accepted, too. */
function nextCode(citizen: Walking): string {
  const { seed, handle, province } = citizen.seed;
  citizen.shown = Math.max(citizen.shown + 1, counterOf({ step: stepAt(Date.now() / 1000) - 1, sequence: 0 }));
  return codeAt({ seed: bytesOfHex(seed), handle, province }, { step: Math.floor(citizen.shown / CODES_PER_STEP), sequence: citizen.shown % CODES_PER_STEP });
}

/** Prolongs the seed, as the app does with network; shows a new code, and it is scanned. */
const isAccepted: Step = async (citizen) => {
  await post(citizen, '/voucher/seed', { handle: citizen.seed.handle });
  citizen.code = nextCode(citizen);
  const outcome = await counterSays(citizen.stack, citizen.code);
  if (outcome !== 'accepted') throw new Error(`the counter says ${outcome}`);
  citizen.accepted += 1;
};

const seesUse: Step = async (citizen) => {
  await isAccepted(citizen);
  const { stack, accepted } = citizen;
  await until(citizen, ['the use', async () => ((await read(`${stack.api}/voucher/uses`, citizen))['uses'] as unknown[]).length === accepted]);
};

/** How many letters with these words have come. */
async function letters({ stack, person }: Walking, words = ''): Promise<number> {
  const all = (await read(`${stack.outside}/inbox`)) as unknown as { id: string; letters: unknown[] }[];
  return all.find(({ id }) => id === person.id)?.letters.filter((letter) => JSON.stringify(letter).includes(words)).length ?? 0;
}

const subscribes: Step = async (citizen) => {
  const { templates } = (await read(`${citizen.stack.api}/notice/templates`, citizen)) as { templates: { id: string }[] };
  for (const { id } of templates) await phone(citizen, 'weapp/subscribe', { tmplIds: [id] });
};

async function changesPin(citizen: Walking): Promise<void> {
  const next = citizen.pin === '280915' ? '571938' : '280915';
  await post(citizen, '/session/step-up', { action: 'change-pin', pin: citizen.pin });
  await post(citizen, '/voucher/pin', { pin: next });
  citizen.pin = next;
}

const getsLetter = async (citizen: Walking, because: Step, words = '') => {
  const before = await letters(citizen, words);
  await because(citizen);
  await until(citizen, ['the message', async () => (await letters(citizen, words)) > before]);
};

/** Rows that remember who was told of what. */
async function remembered({ stack }: Walking): Promise<number> {
  const call = <T>(name: string, input: object) => ask<T>(stack.database, { service: 'DynamoDB', name, input });
  const { TableNames } = await call<{ TableNames: readonly string[] }>('ListTables', {});
  const { Count } = await call<{ Count: number }>('Scan', { TableName: TableNames[0], FilterExpression: 'begins_with(sk, :push)', ExpressionAttributeValues: { ':push': { S: 'PUSH#notice#' } } });
  return Count;
}

/** On a new phone the codes of the old one end, of which the holder is told. */
const takesNewPhone: Step = async (citizen) => {
  const { code } = await phone(citizen, 'weapp/login');
  citizen.device = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  citizen.token = String((await post(citizen, '/session', { channel: 'weapp', code, device: citizen.device }))['token']);
  await takesSeed(citizen);
};

/** A message that nobody remembers would be sent again. */
const isToldOnce: Step = async (citizen) => {
  const before = await remembered(citizen);
  await getsLetter(citizen, takesNewPhone);
  await until(citizen, ['the memory of the message', async () => (await remembered(citizen)) > before]);
};

const givesNumber: Step = async (citizen) => {
  await post(citizen, '/phone/new', await phone(citizen, 'weapp/phone-number'));
  await post(citizen, '/phone/new/code', { code: await newestSmsCode(citizen.stack.outside, citizen.person) });
  await post(citizen, '/session/step-up', { action: 'change-phone', pin: citizen.pin });
  return post(citizen, '/phone');
};

const isWarned: Step = async (citizen) => {
  const old = nextCode(citizen);
  await takesNewPhone(citizen);
  await getsLetter(citizen, ({ stack }) => counterSays(stack, old), '已失效的医保码被人出示');
};

const unbinds: Step = async (citizen) => {
  await post(citizen, '/session/step-up', { action: 'unbind', pin: citizen.pin });
  return post(citizen, '/binding/unbind', { binding: 'all', reason: 'lost-phone' });
};

const isRefused: Step = async (citizen) => {
  for (const code of [citizen.code, nextCode(citizen)]) if ((await counterSays(citizen.stack, code)) !== 'refused') throw new Error('a code of an ended binding is not refused');
};

/** A citizen’s way from signing in to a code that nobody accepts any more. A step that failed can be taken again. */
export const STEPS = {
  'signs in': signsIn,
  agrees: (citizen) => post(citizen, '/activation/agreement', { version: SERVICE_AGREEMENT.version }),
  'proves identity': provesIdentity,
  'authorises reading': (citizen) => post(citizen, '/activation/authorisation', { version: READING_AUTHORISATION.version }),
  'proves the face': provesFace,
  'chooses the region': (citizen) => post(citizen, '/activation/region', { region: '370100' }),
  'chooses the PIN': (citizen) => post(citizen, '/activation/pin', { pin: citizen.pin }),
  'takes a seed': takesSeed,
  'is accepted at the counter': isAccepted,
  'sees the use': seesUse,
  'gives a number': givesNumber,
  'is told by text message': (citizen) => getsLetter(citizen, takesNewPhone),
  'subscribes to messages': subscribes,
  'is told of a new PIN': (citizen) => getsLetter(citizen, changesPin),
  'is told of it once': isToldOnce,
  'is warned of an old code': isWarned,
  'sees where the account is signed in': (citizen) => read(`${citizen.stack.api}/sessions`, citizen),
  unbinds,
  'is refused with the old code': isRefused,
} as const satisfies Readonly<Record<string, Step>>;

export type StepName = keyof typeof STEPS;

export const STEP_NAMES = Object.keys(STEPS) as readonly StepName[];

export async function newWalk(stack: Stack): Promise<Walking> {
  const person = await newPerson(stack.outside, 'ok');
  return { stack, person, patienceMs: 15_000, token: '', device: 'd'.repeat(32), pin: '280915', seed: { seed: '', handle: '', province: '' }, code: '', shown: 0, accepted: 0 };
}
