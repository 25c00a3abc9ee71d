import * as z from 'zod/mini';
import { Instant } from './time';

/** Ten digits that find the code's row; changed with every rotation. */
export const Handle = z.string().check(z.regex(/^\d{10}$/, '编号应为10位数字'));

/** Either the device's seed was prolonged, or it gets a new one: 32 bytes as hex. Valid offline until `notAfter`. */
export const SeedAnswer = z.discriminatedUnion('kept', [
  z.strictObject({ kept: z.literal(true), notAfter: Instant, serverTime: Instant }),
  z.strictObject({
    kept: z.literal(false),
    handle: Handle,
    province: z.string().check(z.regex(/^\d{2}$/)),
    seed: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    notAfter: Instant,
    serverTime: Instant,
  }),
]);
export type SeedAnswer = z.infer<typeof SeedAnswer>;
