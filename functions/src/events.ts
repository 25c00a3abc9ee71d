import { Channel, Instant, RegionCode } from '@yibao/shared';
import * as z from 'zod/mini';

const about = { voucherId: z.string(), at: Instant };

/** Everything that can have happened. Written with the change that caused it, read by reactions. */
export const Event = z.discriminatedUnion('type', [
  z.object({ ...about, type: z.literal('voucher.activated'), channel: Channel, region: RegionCode, scene: z.optional(z.string()) }),
  z.object({ ...about, type: z.literal('voucher.bound'), channel: Channel, region: RegionCode, scene: z.optional(z.string()) }),
  z.object({
    ...about,
    type: z.literal('voucher.redeemed'),
    channel: Channel,
    requestId: z.string(),
    orgId: z.string(),
    institution: z.string(),
    businessType: z.string(),
  }),
]);
export type Event = z.infer<typeof Event>;

export type EventOf<T extends Event['type']> = Extract<Event, { type: T }>;
