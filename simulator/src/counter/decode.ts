import { businessNameOf, CHANNEL_IDS, CHANNEL_NAMES, type Channel, DecodeAnswer, type Decoded, HOUR, later, REFUSALS, type RefusalText } from '@yibao/shared';
import type { InstitutionKey } from '../stack/seed';
import type { InstitutionSession } from './institution-session';
import type { Holder, Scan, ScanReply } from './scan';

export interface Counter {
  /** Address of the API. */
  readonly api: string;
  readonly institution: Pick<InstitutionKey, 'orgId'>;
  readonly session: InstitutionSession;
  readonly now: () => Date;
  /** The region's name for its code, undefined where unknown. */
  readonly regionName: (code: string) => Promise<string | undefined>;
}

const DESK = { operatorId: 'MZ0012', operatorName: '李敏', officeId: '32760', officeName: '门诊收费处' };

/** How long the counter waits for the API. */
const PATIENCE_MS = 15_000;

const businessOf = (type: string) => `${businessNameOf(type)}（${type}）`;

const beijing = (at: Date) => later(at, 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ');

const channelOf = (chnlId: string) => {
  const channel = (Object.keys(CHANNEL_IDS) as Channel[]).find((name) => CHANNEL_IDS[name] === chnlId);
  return channel ? CHANNEL_NAMES[channel] : chnlId;
};

async function holderOf(data: Decoded, { regionName }: Counter): Promise<Holder> {
  const { userName: name, idNo: idNumber, gender, birthday, insuOrg, chnlId, ecToken } = data;
  const region = `${(await regionName(insuOrg)) ?? '其他地区'}（${insuOrg}）`;
  return { name, idNumber, gender, birthday: birthday.replace(/\./g, '-'), region, channel: channelOf(chnlId), ecToken };
}

/** Refusals that say nothing about the code: the same scan may be sent again. */
const PASSING = new Set<number>([REFUSALS.INTERNAL.counter, REFUSALS.RATE_LIMITED.counter, REFUSALS.CHANGED_MEANWHILE.counter, REFUSALS.UPSTREAM_BUSY.counter]);

const textOf = (code: number): RefusalText | undefined => Object.values(REFUSALS).find((text: RefusalText) => text.counter === code);

interface Declined {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly remedy?: unknown;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function refusalOf({ code, message, remedy }: Declined) {
  if (typeof code !== 'number') return { outcome: 'unreachable' } as const;
  const text = textOf(code);
  return {
    outcome: 'refused',
    code,
    title: isText(message) ? message : (text?.title ?? '没有解码'),
    remedy: isText(remedy) ? remedy : (text?.remedy ?? '请稍后再试。'),
    retry: PASSING.has(code),
  } as const;
}

/** The `ec.query` of this scan; outBizNo is the institution's code and the scan's own name, so that a repeat is recognised. */
const queryOf = ({ scan, code, businessType }: Scan, { orgId }: Pick<InstitutionKey, 'orgId'>) => ({
  transType: 'ec.query',
  orgId,
  data: { orgId, ecQrCode: code, businessType, ...DESK, outBizNo: `${orgId}${scan}` },
});

async function asked(scan: Scan, { api, institution, session }: Counter): Promise<unknown> {
  const answer = await fetch(`${api}/ec/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await session.token()}` },
    body: JSON.stringify(queryOf(scan, institution)),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (answer.status === 401) session.drop();
  return answer.json();
}

/** Asks the service who holds the scanned code, as the institution. Never rejects: what goes wrong is an answer too. */
export async function decode(scan: Scan, counter: Counter): Promise<ScanReply> {
  const answer = await asked(scan, counter).catch(() => ({}));
  const facts = { business: businessOf(scan.businessType), at: beijing(counter.now()) };
  const accepted = DecodeAnswer.safeParse(answer);
  if (accepted.success) return { ...facts, outcome: 'accepted', holder: await holderOf(accepted.data.data, counter) };
  return { ...facts, ...refusalOf(answer as Declined) };
}

export { DESK };
