import type { Assumptions } from './assumptions';

/** What one kind of request costs the table, as docs/capacity/requests.json has it. */
export interface Cost {
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly bytes: number;
  /** Read units of partitions that many people share. */
  readonly shared: Readonly<Record<string, number>>;
}

export type Costs = Readonly<Record<'activation' | 'signIn' | 'seed' | 'contact' | 'uses' | 'scan' | 'reaction' | 'institutionToken', Cost>>;

export interface Load {
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** What happens in a day, by kind of request. */
export const dayOf = (given: Assumptions): Readonly<Partial<Record<keyof Costs, number>>> => {
  const opens = given.vouchers * given.opensPerDay;
  const scans = given.vouchers * given.scansPerDay;
  return {
    activation: given.vouchers * given.activationsPerDay,
    signIn: opens * given.signInsPerOpen,
    seed: given.vouchers * given.opensPerDay * 0.5,
    contact: opens * 0.5 + scans,
    uses: opens * given.asksPerOpen,
    scan: scans,
    reaction: scans,
  };
};

/** A whole day's requests and units. */
export function loadOf(day: ReturnType<typeof dayOf>, costs: Costs): Load {
  const total = { requests: 0, readUnits: 0, writeUnits: 0 };
  for (const [name, times] of Object.entries(day) as [keyof Costs, number][]) {
    total.requests += times * costs[name].requests;
    total.readUnits += times * costs[name].readUnits;
    total.writeUnits += times * costs[name].writeUnits;
  }
  return total;
}

/** The busiest second of that day. */
export function peakOf({ requests, readUnits, writeUnits }: Load, { busiestHour, peak }: Assumptions): Load {
  const factor = (busiestHour / 3_600) * peak;
  return { requests: requests * factor, readUnits: readUnits * factor, writeUnits: writeUnits * factor };
}

/** Bytes: what an activation leaves, a seed, a session now and then, and the uses. */
export const storageOf = ({ vouchers, usesKept }: Assumptions, costs: Costs): number => vouchers * (costs.activation.bytes + costs.seed.bytes + costs.signIn.bytes + usesKept * costs.reaction.bytes);
