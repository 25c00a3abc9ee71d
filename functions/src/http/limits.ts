import { type Clock, type Endpoint, type Limit, type LimitBy, limitsOf, Refusal, SECOND } from '@yibao/shared';
import type { Table } from '../aws/table';
import type { Caller } from './call';

export interface Limits {
  /** Counts a call before anything else is done for it. Throws RATE_LIMITED with the seconds to wait. */
  admit(endpoint: Endpoint, caller: Caller, address: string): Promise<void>;
}

export interface LimitNeeds {
  readonly table: Pick<Table, 'count'>;
  /** A digest of a network address that cannot be turned back without a key. */
  readonly addressDigest: (address: string) => string;
  readonly now: Clock;
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** One household or phone has all of an IPv6 /64, so that is what counts; an IPv4 address is itself, however it is written. */
export function networkOf(written: string): string {
  const address = MAPPED.exec(written)?.[1] ?? written;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

type Naming = Readonly<Record<LimitBy, string | undefined>>;

/** Counts calls in rows that end with their window; a window begins anew for all at the same moment. */
export const limitsIn = ({ table, addressDigest, now }: LimitNeeds): Limits => ({
  async admit(endpoint, caller, address) {
    const at = now().getTime();
    const names: Naming = {
      account: caller.kind === 'citizen' ? caller.account : undefined,
      device: caller.kind === 'citizen' ? caller.device : undefined,
      institution: caller.kind === 'institution' ? caller.orgId : undefined,
      operator: caller.kind === 'operator' ? caller.id : undefined,
      address: addressDigest(networkOf(address)),
    };
    const counted = limitsOf(endpoint).filter(({ counting }) => counting === undefined);
    const waits = await Promise.all(counted.map((limit) => waitOf(limit, { key: `${endpoint.method} ${endpoint.path}`, name: names[limit.by], at, table })));
    const longest = Math.max(0, ...waits);
    if (longest > 0) throw new Refusal('RATE_LIMITED', { seconds: longest });
  },
});

interface Counting {
  readonly key: string;
  readonly name: string | undefined;
  readonly at: number;
  readonly table: Pick<Table, 'count'>;
}

/** Seconds until the call may be repeated; 0 where it is within the limit. */
async function waitOf({ by, most, withinMs }: Limit, { key, name, at, table }: Counting): Promise<number> {
  if (name === undefined) throw new Error(`a limit by ${by} for a caller without one`);
  const window = Math.floor(at / withinMs);
  const end = Math.ceil(((window + 1) * withinMs) / SECOND);
  const count = await table.count({ pk: `RL#${by}#${name}`, sk: `CALLS#${key}#${window}` }, end);
  return count > most ? Math.max(1, end - Math.floor(at / SECOND)) : 0;
}
