import * as z from 'zod/mini';
import { fieldsOf, json, type Routes } from '../wire/asked';

/** A failure to order: it hits the next `times` calls of this upstream ("*": any), or of its `call` alone. */
export const Fault = z.strictObject({
  upstream: z.enum(['weapp', 'alipay', 'sms', 'bureau', '*']),
  call: z.optional(z.string()),
  /** delay: `ms` later; error: HTTP 500 and nothing done; drop: all done, then the connection cut; garbage: all done, then no JSON. */
  kind: z.enum(['delay', 'error', 'drop', 'garbage']),
  times: z.int().check(z.minimum(1)),
  ms: z.optional(z.int().check(z.minimum(0), z.maximum(60_000))),
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
