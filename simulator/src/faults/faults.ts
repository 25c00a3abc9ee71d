import * as z from 'zod/mini';
import { fieldsOf, json, type Routes } from '../wire/asked';

/**
 * delay: `ms` later; error: HTTP 500 and nothing done; expired-token: WeChat's tokens end before the call; clock-offset: the other side's clock
 * is `ms` ahead for this call. All others are done and then answered wrongly: the connection cut (drop), no JSON (garbage), a page (html), half of
 * the answer (truncated), a megabyte more (huge), or a signature that does not belong to the answer (wrong-signature).
 */
export const FAULT_KINDS = ['delay', 'error', 'drop', 'garbage', 'html', 'truncated', 'huge', 'wrong-signature', 'expired-token', 'clock-offset'] as const;
const FaultKind = z.enum(FAULT_KINDS);

/** A failure to order: it hits the next `times` calls of this upstream ("*": any), or of its `call` alone. */
export const Fault = z.strictObject({
  upstream: z.enum(['weapp', 'alipay', 'sms', 'bureau', '*']),
  call: z.optional(z.string()),
  kind: FaultKind,
  times: z.int().check(z.minimum(1)),
  ms: z.optional(z.int().check(z.minimum(0), z.maximum(86_400_000))),
});
export type Fault = z.infer<typeof Fault>;

export interface Faults {
  order(fault: Fault): void;
  list(): readonly Fault[];
  clear(): void;
  /** The fault that hits this call, now counted down. */
  take(upstream: string, call: string): Fault | undefined;
}

const hits = (fault: Fault, upstream: string, call: string) => (fault.upstream === '*' || fault.upstream === upstream) && (fault.call ?? call) === call;

export function faults(): Faults {
  let ordered: Fault[] = [];
  return {
    order: (fault) => void ordered.push(fault),
    list: () => ordered,
    clear: () => void (ordered = []),
    take(upstream, call) {
      const found = ordered.find((fault) => hits(fault, upstream, call));
      ordered = ordered.map((fault) => (fault === found ? { ...fault, times: fault.times - 1 } : fault)).filter(({ times }) => times > 0);
      return found;
    },
  };
}

export const faultRoutes = (all: Faults): Routes => ({
  'GET /faults': () => json(all.list()),
  'DELETE /faults': () => {
    all.clear();
    return json([]);
  },
  'POST /faults': ({ body }) => {
    const fault = Fault.safeParse(fieldsOf(body));
    if (!fault.success) return json({ message: 'upstream, kind, times (call, ms) expected' }, 400);
    all.order(fault.data);
    return json(all.list(), 201);
  },
});
