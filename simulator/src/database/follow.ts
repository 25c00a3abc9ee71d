import { setTimeout as sleep } from 'node:timers/promises';
import { type Delivery, deliver } from './deliver';
import { iteratorOf, recordsAt, type Shard, shardsOf, type Stream } from './shards';

/** For each shard the number of the last record that is done; null when the shard is closed and all of it is done. */
export type Positions = Record<string, string | null>;

export interface Following extends Pick<Delivery, 'hand' | 'putAside' | 'tries' | 'waitMs'> {
  readonly stream: Stream;
  /** Where to go on; changed in place. */
  readonly positions: Positions;
  /** Called after every change of `positions`. */
  readonly keep?: (positions: Positions) => void;
  readonly idleMs?: number;
}

export interface Follower {
  /** Ends after the batch that is being handed over. */
  stop(): Promise<void>;
}

const BATCH = 100;

/** Shards that may be read: not finished, and their parent is. */
const readable = (shards: readonly Shard[], positions: Positions) => {
  const known = new Set(shards.map(({ ShardId }) => ShardId));
  const isDone = (id: string) => !known.has(id) || positions[id] === null;
  return shards.filter(({ ShardId, ParentShardId }) => positions[ShardId] !== null && (!ParentShardId || isDone(ParentShardId)));
};

/** Reads one page of a shard and hands it over; tells whether there was something. */
function reader(following: Following, signal: AbortSignal) {
  const { stream, positions, keep, ...how } = following;
  const iterators = new Map<string, string>();
  const note = (shard: string, position: string | null) => {
    positions[shard] = position;
    keep?.(positions);
  };

  return async (shard: string): Promise<boolean> => {
    const iterator = iterators.get(shard) ?? (await iteratorOf(stream, shard, positions[shard] ?? undefined));
    iterators.delete(shard);
    const { Records, NextShardIterator } = await recordsAt(stream, iterator, BATCH);
    await deliver(Records, { ...how, signal, passed: (number) => note(shard, number) });
    if (NextShardIterator) iterators.set(shard, NextShardIterator);
    else if (!signal.aborted) note(shard, null);
    return Records.length > 0;
  };
}

/** Follows a stream from where `positions` says and hands its records over in order, at least once, until stopped. */
export function follow(following: Following): Follower {
  const stopping = new AbortController();
  const { signal } = stopping;
  const read = reader(following, signal);

  const round = async (): Promise<boolean> => {
    let busy = false;
    for (const { ShardId } of readable(await shardsOf(following.stream), following.positions)) {
      if (!signal.aborted) busy = (await read(ShardId)) || busy;
    }
    return busy;
  };

  const run = async () => {
    while (!signal.aborted) {
      const busy = await round().catch(() => false);
      if (!busy) await sleep(following.idleMs ?? 200, undefined, { signal }).catch(() => undefined);
    }
  };

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
