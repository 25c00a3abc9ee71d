import * as z from 'zod/mini';
import type { Channel } from './channel';
import { Region } from './region';
import { Instant } from './time';

export const ActivationStep = z.enum(['agreement', 'identity', 'authorisation', 'face', 'region', 'phone', 'pin']);
export type ActivationStep = z.infer<typeof ActivationStep>;

/** The steps of each platform, in order (ACT-1 for WeChat, ACT-2 for Alipay). On Alipay the agreement includes identity and authorisation. */
export const ACTIVATION_STEPS: Readonly<Record<Channel, readonly ActivationStep[]>> = {
  weapp: ['agreement', 'identity', 'authorisation', 'face', 'region', 'pin'],
  alipay: ['agreement', 'face', 'region', 'phone', 'pin'],
};

/** One insurance that the person has: 310 职工, 390 居民 (national insutype). */
export const Insurance = z.strictObject({ region: Region, insutype: z.string(), insutypeName: z.string(), suspended: z.boolean() });
export type Insurance = z.infer<typeof Insurance>;

/** The state of an activation as the wizard shows it; names and phone are masked. */
export const Activation = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('none') }),
  z.strictObject({
    status: z.literal('under-way'),
    step: ActivationStep,
    savedUntil: Instant,
    holder: z.optional(z.strictObject({ name: z.string(), idNumber: z.string() })),
    insurances: z.optional(z.array(Insurance)),
    /** A desk checked the person instead of the face (ACT-6). */
    deskCheckedAt: z.optional(Instant),
    region: z.optional(Region),
    phone: z.optional(z.string()),
    /** The voucher exists already in another channel: the PIN is asked, not chosen. */
    voucherExists: z.boolean(),
  }),
  z.strictObject({ status: z.literal('done'), activatedAt: Instant, region: Region, receipt: z.string() }),
]);
export type Activation = z.infer<typeof Activation>;
