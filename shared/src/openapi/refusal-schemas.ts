import * as z from 'zod/mini';
import { REFUSALS, type RefusalCode } from '../refusals';

/** Refusals that the service sends; those without a status are made on the phone. */
export const SENT = (Object.keys(REFUSALS) as RefusalCode[]).filter((code) => REFUSALS[code].status !== 0);

/** A refusal as citizens' clients read it. */
export const PlainRefusal = z.object({
  code: z.enum(SENT),
  title: z.string(),
  remedy: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  fields: z.array(z.object({ field: z.string(), remedy: z.string() })),
  requestId: z.string(),
});

/** A refusal as hospital systems read it, HTTP 200 but for a wrong key. */
export const CounterRefusal = z.object({ code: z.int(), success: z.literal(false), message: z.string(), remedy: z.string(), requestId: z.string() });
