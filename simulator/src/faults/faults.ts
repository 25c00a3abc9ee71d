import * as z from 'zod/mini';
import { fieldsOf, json, type Routes } from '../wire/asked';
import { type Fault, FAULT_KINDS, UPSTREAMS, USUAL_MS } from './kinds';

const Order = z.strictObject({
  upstream: z.enum([...UPSTREAMS, '*']),
  call: z.optional(z.string().check(z.minLength(1))),
  kind: z.enum(FAULT_KINDS),
  times: z.int().check(z.minimum(1)),
  ms: z.optional(z.int().check(z.minimum(0), z.maximum(86_400_000))),
});

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
    const fault = Order.safeParse(fieldsOf(body));
    if (!fault.success) return json({ message: 'upstream, kind, times (call, ms) expected' }, 400);
    const ms = fault.data.ms ?? USUAL_MS[fault.data.kind];
    all.order({ ...fault.data, ...(ms !== undefined && { ms }) });
    return json(all.list(), 201);
  },
});
