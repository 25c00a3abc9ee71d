import { AgreementPurpose, Channel, Instant, Origin, RegionCode, UnbindReason } from '@yibao/shared';
import * as z from 'zod/mini';

const about = { voucherId: z.string(), at: Instant };

/** Why an unbinding was refused to who asked for it. */
export const UnbindingRefusal = z.enum(['BINDING_NOT_FOUND', 'BINDING_ENDED', 'UNBIND_OTHER_CHANNEL', 'UNBIND_TOO_MANY']);
export type UnbindingRefusal = z.infer<typeof UnbindingRefusal>;

/** What can have happened to a voucher. */
export const VoucherEvent = z.discriminatedUnion('type', [
  z.object({ ...about, type: z.literal('voucher.activated'), channel: Channel, region: RegionCode, ...z.partial(Origin).shape }),
  z.object({ ...about, type: z.literal('voucher.bound'), channel: Channel, region: RegionCode, ...z.partial(Origin).shape }),
  z.object({
    ...about,
    type: z.literal('voucher.redeemed'),
    channel: Channel,
    requestId: z.string(),
    orgId: z.string(),
    institution: z.string(),
    businessType: z.string(),
    /** Province and handle of the code's row, and the how-manieth acceptance of that row this was. */
    code: z.string(),
    nth: z.int(),
  }),
  /** A code that was accepted before was shown at another institution, or one of a seed that has ended: somebody may have a picture of it, or the old phone. */
  z.object({ ...about, type: z.literal('code.refused'), channel: Channel, why: z.enum(['used', 'ended']), orgId: z.string() }),
  /** The bureau tells how a settlement or a refund ended; amounts in fen. `account` showed the code, where that is known. */
  z.object({
    ...about,
    type: z.literal('settlement.notified'),
    /** The institution's code and its number: two settlements with equal amounts in one second are two. */
    settlement: z.string(),
    channel: z.optional(Channel),
    account: z.optional(z.string()),
    outcome: z.enum(['settled', 'failed', 'refunded']),
    institution: z.string(),
    total: z.int(),
    fund: z.int(),
    own: z.int(),
  }),
  /** Five wrong tries; the right PIN is refused until then. */
  z.object({ ...about, type: z.literal('pin.locked'), channel: Channel, until: Instant }),
  z.object({ ...about, type: z.literal('pin.changed'), channel: Channel }),
  /** The codes of a binding are now shown on another device; the one before is dead. */
  z.object({ ...about, type: z.literal('seed.moved'), channel: Channel }),
  z.object({ ...about, type: z.literal('consent.given'), channel: Channel, purpose: AgreementPurpose, textVersion: z.string() }),
  z.object({ ...about, type: z.literal('consent.withdrawn'), channel: Channel, purpose: AgreementPurpose, textVersion: z.string() }),
  z.object({ ...about, type: z.literal('account.closed'), channel: Channel }),
  /** These accounts are bound no more; asked for in a channel, or by the hotline. */
  z.object({ ...about, type: z.literal('binding.closed'), channel: z.optional(Channel), closed: z.array(z.string()), by: z.enum(['holder', 'hotline']), reason: UnbindReason }),
  /** Its holder asked for an unbinding that is not to be; nothing ended. Of who is bound to nothing the log alone tells. */
  z.object({ ...about, type: z.literal('unbinding.refused'), channel: Channel, why: UnbindingRefusal }),
  /** An operator of the hotline looked the voucher up, asked for an unbinding, or rejected that. */
  z.object({ ...about, type: z.literal('hotline.acted'), channel: z.optional(Channel), act: z.enum(['looked-up', 'requested', 'rejected']) }),
  /** A binding has another number, or its first. Both masked; the one before is kept, sealed, for a day under this account and time (phone room: formerOf). */
  z.object({ ...about, type: z.literal('phone.changed'), channel: Channel, account: z.string(), before: z.optional(z.string()), after: z.string() }),
  /** A pass in Alipay's wallet is to be issued, or tried again. */
  z.object({ ...about, type: z.literal('wallet.asked'), channel: Channel, account: z.string(), serial: z.string() }),
]);
export type VoucherEvent = z.infer<typeof VoucherEvent>;

const ofRegion = { region: RegionCode, name: z.string(), at: Instant };

/** What happened before there is a voucher. */
const RegionEvent = z.discriminatedUnion('type', [
  /** A region that was closed issues vouchers now. */
  z.object({ ...ofRegion, type: z.literal('region.opened') }),
  /** What this account waited for has come. */
  z.object({ ...ofRegion, type: z.literal('wish.granted'), channel: Channel, account: z.string() }),
]);

/** Everything that can have happened. Written with the change that caused it, read by reactions and pushes. */
export const Event = z.discriminatedUnion('type', [VoucherEvent, RegionEvent]);
export type Event = z.infer<typeof Event>;

export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;
