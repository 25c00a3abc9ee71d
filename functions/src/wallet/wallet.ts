import { Channel, type Clock, HOUR, Instant, later, MINUTE } from '@yibao/shared';
import * as z from 'zod/mini';

/** A card that may lie in a wallet although it should not; WeChat's phone can still add one until its signature has ended. */
const Left = z.object({ serial: z.string(), until: z.optional(Instant) });
export type Left = z.infer<typeof Left>;

/**
 * The voucher in the wallet of one account. `ended`: the binding is gone, or the card is known to be; then another card has another serial.
 * The serial is ours: WeChat's code, Alipay's serialNumber.
 */
export const WalletRecord = z.object({
  account: z.string(),
  channel: Channel,
  state: z.enum(['adding', 'added', 'not-updated', 'ended']),
  serial: z.string(),
  askedAt: Instant,
  /** How often Alipay was asked to issue the pass; of more than one try the earlier may have succeeded. */
  tries: z.optional(z.int()),
  left: z.array(Left),
});
export type WalletRecord = z.infer<typeof WalletRecord>;

/** A cardExt can be used while the ticket lives that signed it. */
const SIGNED_MS = 2 * HOUR;

/** Alipay issues a pass within seconds; what takes longer has failed and may be asked for again. */
const PATIENCE_MS = 10 * MINUTE;

export const isStale = ({ askedAt }: WalletRecord, now: Date) => later(new Date(askedAt), PATIENCE_MS) <= now;

/** What of this record may lie in the wallet. */
const leftOf = ({ state, serial, askedAt, channel, left }: WalletRecord): readonly Left[] => {
  if (state === 'ended') return left;
  const until = channel === 'weapp' && state === 'adding' ? { until: later(new Date(askedAt), SIGNED_MS).toISOString() } : {};
  return [...left, { serial, ...until }];
};

/** The binding ends, or its holder wants another card: what there is must go. */
export const ended = (record: WalletRecord): WalletRecord => ({ ...record, state: 'ended', left: [...leftOf(record)] });

/** WeChat says that the card is gone: nothing is left to be closed. */
export const gone = (record: WalletRecord): WalletRecord => ({ ...record, state: 'ended' });

export interface Newcomer {
  readonly account: string;
  readonly channel: Channel;
  readonly newSerial: () => string;
  readonly now: Clock;
}

/** Asks for the card: the one that is still wanted keeps its serial, so that however often it is asked for there is one. */
export function asked(before: WalletRecord | undefined, { account, channel, newSerial, now }: Newcomer): WalletRecord {
  const askedAt = now().toISOString();
  if (before && before.state !== 'ended') return { ...before, state: 'adding', askedAt };
  return { account, channel, state: 'adding', serial: newSerial(), askedAt, left: before?.left ?? [] };
}

/** Without cards that are closed now; one that was never added is kept as long as it can be. */
export const without = (record: WalletRecord, serial: string): WalletRecord => ({ ...record, left: record.left.filter((one) => one.serial !== serial) });

export const isFor = (record: WalletRecord | undefined, serial: string): record is WalletRecord => record?.serial === serial && record.state !== 'ended';
