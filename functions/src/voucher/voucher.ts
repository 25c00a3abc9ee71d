import { Channel, Instant, type Origin, type PinPolicy, PinPolicy as PinPolicySchema, RegionCode } from '@yibao/shared';
import * as z from 'zod/mini';

/** One insured person's voucher: one ID number, one voucher, however many channels (ACT-3). */
export const VoucherRecord = z.object({
  voucherId: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  name: z.string(),
  idNumber: z.string(),
  region: RegionCode,
  activatedAt: Instant,
});
export type VoucherRecord = z.infer<typeof VoucherRecord>;

/** Ties a voucher to one account of one channel, and to the device that holds its seed. */
export const Binding = z.object({
  account: z.string(),
  /** The platform's own name of the account, so that the holder can be told of something without a session. */
  openId: z.string(),
  voucherId: z.string(),
  channel: Channel,
  boundAt: Instant,
  pinPolicy: PinPolicySchema,
  /** The device on which the PIN was last given, and when; empty where that device was signed out from elsewhere. */
  device: z.string(),
  pinAt: Instant,
  /** The handle of the code row that this binding's device derives codes from. */
  code: z.optional(z.object({ province: z.string(), handle: z.string() })),
});
export type Binding = z.infer<typeof Binding>;

export interface Newcomer {
  readonly account: string;
  readonly openId: string;
  readonly channel: Channel;
  readonly device: string;
  /** Who stood in for the face, for which ticket. */
  readonly deskFace?: { readonly operator: string; readonly ticket: string } | undefined;
  readonly origin?: Origin | undefined;
}

const DEFAULT_POLICY: PinPolicy = 'after-15-minutes';

/** A channel joins a voucher. The PIN was given just now, so the first code is shown without asking again. */
export const bindingFor = ({ account, openId, channel, device }: Newcomer, voucherId: string, now: Date): Binding => ({
  account,
  openId,
  voucherId,
  channel,
  boundAt: now.toISOString(),
  pinPolicy: DEFAULT_POLICY,
  device,
  pinAt: now.toISOString(),
});

export const unlocked = (binding: Binding, device: string, now: Date): Binding => ({ ...binding, device, pinAt: now.toISOString() });

export const withPolicy = (binding: Binding, pinPolicy: PinPolicy): Binding => ({ ...binding, pinPolicy });
