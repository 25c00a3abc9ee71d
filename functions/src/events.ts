import { AgreementPurpose, Channel, Instant, Origin, RegionCode, UnbindReason } from '@yibao/shared';
import * as z from 'zod/mini';

const about = { voucherId: z.string(), at: Instant };

/** Everything that can have happened. Written with the change that caused it, read by reactions. */
export const Event = z.discriminatedUnion('type', [
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
]);
export type Event = z.infer<typeof Event>;

export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;
