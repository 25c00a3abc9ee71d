import {
  bytesOfHex, Channel, type CodeParts, counterOf, Instant, later, momentOf, OFFLINE_RIGHT_MS, OFFLINE_USES, Refusal, RegionCode, SECOND, SEED_ROTATION_MS,
} from '@yibao/shared';
import * as z from 'zod/mini';
import { Event } from '../events';

/** What the counter knows of one seed. Found by the province and handle in the code; everything a scan needs is in this row. */
export const CodeRow = z.object({
  province: z.string(),
  handle: z.string(),
  seed: z.string(),
  status: z.enum(['active', 'revoked']),
  voucherId: z.string(),
  account: z.string(),
  channel: Channel,
  device: z.string(),
  name: z.string(),
  idNumber: z.string(),
  region: RegionCode,
  madeAt: Instant,
  contactAt: Instant,
  notAfter: Instant,
  offlineUses: z.int(),
  /** How often a code of this seed was accepted; each use carries its number, so that none can be lost unseen (docs/adr/0009). */
  accepted: z.int(),
  /** The counter of the last accepted code; only greater ones are accepted. */
  lastCounter: z.optional(z.int()),
  lastRequest: z.optional(z.object({ id: z.string(), orgId: z.string(), businessType: z.string() })),
  /** When the holder was last told that a code of this seed was refused. */
  warnedAt: z.optional(Instant),
  /** The last acceptance, or a refusal that the holder should know of, as the event that reactions follow: one write carries both (docs/adr/0003). */
  event: z.optional(Event),
});
export type CodeRow = z.infer<typeof CodeRow>;

export interface Scan {
  readonly requestId: string;
  readonly orgId: string;
  readonly institution: string;
  readonly businessType: string;
}

export type Redemption = { readonly kind: 'accepted'; readonly row: CodeRow; readonly counter: number } | { readonly kind: 'repeated'; readonly counter: number };

/** Province and handle, as in the row's key. */
export const placeOf = ({ province, handle }: Pick<CodeRow, 'province' | 'handle'>) => `${province}#${handle}`;

const isRepeat = (row: CodeRow, counter: number, scan: Scan) =>
  row.lastCounter === counter && row.lastRequest?.id === scan.requestId && row.lastRequest.orgId === scan.orgId && row.lastRequest.businessType === scan.businessType;

function counterIn(row: CodeRow | undefined, parts: CodeParts, now: Date): number {
  const key = { seed: bytesOfHex(row?.seed || '00'.repeat(32)), handle: parts.handle, province: parts.province };
  const moment = momentOf(key, parts.otp, Math.floor(now.getTime() / SECOND));
  if (!row || row.status !== 'active' || row.notAfter <= now.toISOString() || !moment) throw new Refusal('CODE_NOT_VALID');
  return counterOf(moment);
}

/**
 * Accepts a scanned code once (CODE-6). An unknown handle, a revoked row, a lapsed right and a wrong password are one refusal, CODE_NOT_VALID,
 * reached with the same work. Throws CODE_USED for a code accepted before, CODE_NEEDS_NETWORK after too many uses without contact.
 */
export function redeemed(row: CodeRow | undefined, parts: CodeParts, { scan, now }: { scan: Scan; now: Date }): Redemption {
  const counter = counterIn(row, parts, now);
  const known = row!;
  if (isRepeat(known, counter, scan)) return { kind: 'repeated', counter };
  if (known.lastCounter !== undefined && counter <= known.lastCounter) throw new Refusal('CODE_USED');
  if (known.offlineUses >= OFFLINE_USES) throw new Refusal('CODE_NEEDS_NETWORK');
  const { requestId, orgId, institution, businessType } = scan;
  const { voucherId, channel } = known;
  const nth = known.accepted + 1;
  const event = { type: 'voucher.redeemed' as const, voucherId, at: now.toISOString(), channel, requestId, orgId, institution, businessType, code: placeOf(known), nth };
  const next = { ...known, lastCounter: counter, lastRequest: { id: requestId, orgId, businessType }, offlineUses: known.offlineUses + 1, accepted: nth, event };
  return { kind: 'accepted', row: next, counter };
}

const rightUntil = (now: Date) => later(now, OFFLINE_RIGHT_MS).toISOString();

/** Whether the device may go on with this seed: its own, active, not lapsed and not due for rotation. */
export const mayKeep = (row: CodeRow | undefined, { device, handle, now }: { device: string; handle: string | undefined; now: Date }): row is CodeRow =>
  row?.status === 'active' &&
  row.handle === handle &&
  row.device === device &&
  row.notAfter > now.toISOString() &&
  later(new Date(row.madeAt), SEED_ROTATION_MS) > now;

/** Contact with the service: the offline right begins anew. The last event stays out, so that it is not told twice. */
export function contacted(row: CodeRow, now: Date): CodeRow {
  const { event, ...rest } = row;
  return { ...rest, contactAt: now.toISOString(), notAfter: rightUntil(now), offlineUses: 0 };
}

/** Dead at once; what only served its codes is forgotten. */
export const revoked = (row: CodeRow): CodeRow => {
  const { event, ...rest } = row;
  return { ...rest, status: 'revoked', seed: '', name: '', idNumber: '' };
};

type Origin = Pick<CodeRow, 'province' | 'handle' | 'seed' | 'voucherId' | 'account' | 'channel' | 'device' | 'name' | 'idNumber' | 'region'>;

export const made = (origin: Origin, now: Date): CodeRow => ({
  ...origin,
  status: 'active',
  madeAt: now.toISOString(),
  contactAt: now.toISOString(),
  notAfter: rightUntil(now),
  offlineUses: 0,
  accepted: 0,
});
