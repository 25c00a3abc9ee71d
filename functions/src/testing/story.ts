import { bytesOfHex, type Channel, codeAt, FACE_CONSENT, READING_AUTHORISATION, SERVICE_AGREEMENT, stepAt } from '@yibao/shared';
import type { Table } from '../aws/table';
import type { Keys } from '../crypto/keys';
import { HOSPITAL, hospitalToken } from './hospital';
import { ADA } from './outside-world';
import { type Answer, type Desk, openDesk } from './desk';

export const PIN = '280915';
export const DEVICE = 'd'.repeat(32);

const region = (code: string, name: string, rules: { open?: boolean; minInsuredMonths?: number } = {}) => ({
  code, name, province: '山东省', bureau: `${name}医保局`, hotline: '12393', open: true, minInsuredMonths: 0, ...rules,
});

const register = (desk: Desk, rules: ReturnType<typeof region>) => desk.regions.change(rules.code, rules, { by: '登记员', reason: '首次登记', at: desk.clock.at });

/** A desk with regions and a hospital, as a bureau has set them. */
export async function openCity({ table, start, keys }: { table?: Table; start?: string; keys?: Keys } = {}): Promise<Desk> {
  const desk = openDesk(table, start, keys);
  await register(desk, region('370100', '济南市'));
  await register(desk, region('370200', '青岛市'));
  await register(desk, region('371700', '菏泽市', { open: false }));
  await register(desk, region('350300', '莆田市', { minInsuredMonths: 6 }));
  await desk.institutions.register(HOSPITAL);
  return desk;
}

export async function signedIn(desk: Desk, { channel = 'weapp', who = 'ada', device = DEVICE }: { channel?: Channel; who?: string; device?: string } = {}): Promise<string> {
  return (await desk.post('/session', { channel, code: who, device })).body['token'] as string;
}

/** A poster in Jinan, scanned with WeChat. */
export const LAUNCH = { scene: '1047', poster: { channel: 'weapp', region: '370100', promotion: 'QDYD2026' } } as const;

type Step = (desk: Desk, token: string) => Promise<Answer>;

/** The requests that take each step of WeChat's activation, in order. */
export const WEAPP_STEPS: Readonly<Record<string, Step>> = {
  agreement: (desk, token) => desk.post('/activation/agreement', { version: SERVICE_AGREEMENT.version, launch: LAUNCH }, { token }),
  identity: (desk, token) => desk.post('/activation/identity', { name: ADA.name, idNumber: ADA.idNumber, code: 'realname-code' }, { token }),
  authorisation: (desk, token) => desk.post('/activation/authorisation', { version: READING_AUTHORISATION.version }, { token }),
  face: async (desk, token) => {
    await desk.post('/activation/face', { consent: FACE_CONSENT.version }, { token });
    return desk.post('/activation/face/result', {}, { token });
  },
  region: (desk, token) => desk.post('/activation/region', { region: '370100' }, { token }),
  pin: (desk, token) => desk.post('/activation/pin', { pin: PIN }, { token }),
};

/** The same for Alipay; sign in as the account whose code the agreement carries. */
export const ALIPAY_STEPS: Readonly<Record<string, Step>> = {
  agreement: (desk, token) => desk.post('/activation/agreement', { version: SERVICE_AGREEMENT.version, reading: READING_AUTHORISATION.version, code: 'ada' }, { token }),
  face: WEAPP_STEPS['face']!,
  region: WEAPP_STEPS['region']!,
  phone: async (desk, token) => {
    await desk.post('/activation/phone', { packet: '{"response":"x"}' }, { token });
    return desk.post('/activation/phone/code', { code: '246810' }, { token });
  },
  pin: WEAPP_STEPS['pin']!,
};

/** Takes every step before `until`, or all of them. */
export async function activated(desk: Desk, token: string, { steps = WEAPP_STEPS, until = '' } = {}): Promise<Answer | undefined> {
  let last: Answer | undefined;
  for (const [name, step] of Object.entries(steps)) {
    if (name === until) break;
    last = await step(desk, token);
    if (last.status !== 200) throw new Error(`step ${name} answered ${last.status} ${String(last.body.code)}`);
  }
  return last;
}

export interface HeldSeed {
  readonly handle: string;
  readonly province: string;
  readonly seed: string;
}

/** The code that a phone with this seed shows. */
export const shownBy = ({ seed, handle, province }: HeldSeed, at: Date, sequence = 0) =>
  codeAt({ seed: bytesOfHex(seed), handle, province }, { step: stepAt(at.getTime() / 1000), sequence });

export async function seedOf(desk: Desk, token: string): Promise<HeldSeed> {
  const { status, body } = await desk.post('/voucher/seed', {}, { token });
  if (status !== 200) throw new Error(`no seed: ${String(body.code)}`);
  return body as unknown as HeldSeed;
}

/** A hospital's terminal scans. */
export const scan = async (desk: Desk, ecQrCode: string, { outBizNo, token, orgId = HOSPITAL.orgId, operatorId = 'op1' }: { outBizNo?: string; token?: string; orgId?: string; operatorId?: string } = {}) =>
  desk.post(
    '/ec/query',
    { transType: 'ec.query', orgId, data: { orgId, ecQrCode, businessType: '01301', operatorId, operatorName: '收费员', officeId: '32760', officeName: '消化内科', outBizNo } },
    { token: token ?? (await hospitalToken(desk)) },
  );
