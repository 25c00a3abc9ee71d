import { setTimeout as sleep } from 'node:timers/promises';
import type { StreamRecord } from './shards';

/** The answer of a stream's consumer: the records from which it could not go on. */
export interface BatchAnswer {
  readonly batchItemFailures?: readonly { readonly itemIdentifier?: string | null }[];
}

export interface Delivery {
  /** Hands a batch to the consumer; a rejection fails all of it. */
  readonly hand: (records: readonly StreamRecord[]) => Promise<BatchAnswer | null>;
  /** Everything up to and with this record is done. */
  readonly passed: (sequenceNumber: string) => void;
  /** A record that failed every try is put aside, so that those behind it get through. */
  readonly putAside: (sequenceNumber: string) => void;
  readonly signal: AbortSignal;
  readonly tries?: number;
  readonly waitMs?: number;
}

const numberOf = (record: StreamRecord) => record.dynamodb.SequenceNumber;

/** How many records of the batch are done, by Lambda's rules: all before the first that is reported. */
function doneOf(records: readonly StreamRecord[], answer: BatchAnswer | null): number {
  const failures = answer?.batchItemFailures ?? [];
  const positions = failures.map(({ itemIdentifier }) => records.findIndex((record) => numberOf(record) === itemIdentifier));
  return positions.length === 0 ? records.length : Math.max(0, Math.min(...positions));
}

async function handed(records: readonly StreamRecord[], { hand }: Delivery): Promise<number> {
  try {
    return doneOf(records, await hand(records));
  } catch {
    return 0;
  }
}

const rest = (waitMs: number, signal: AbortSignal) => sleep(waitMs, undefined, { signal }).catch(() => undefined);

/** Hands the records over until at least one is out of the way; gives how many are. 0 only when it is stopped meanwhile. */
async function advance(records: readonly StreamRecord[], delivery: Delivery): Promise<number> {
  const { putAside, signal, tries = 10, waitMs = 100 } = delivery;
  for (let tried = 1; !signal.aborted; tried += 1) {
    const done = await handed(records, delivery);
    if (done > 0) return done;
    if (tried >= tries) {
      putAside(numberOf(records[0]!));
      return 1;
    }
    await rest(Math.min(5000, waitMs * 2 ** tried), signal);
  }
  return 0;
}

/** Hands records over in order, at least once: what fails is handed over again, from the failed record on. */
export async function deliver(records: readonly StreamRecord[], delivery: Delivery): Promise<void> {
  let left = records;
  while (left.length > 0 && !delivery.signal.aborted) {
    const done = await advance(left, delivery);
    if (done > 0) delivery.passed(numberOf(left[done - 1]!));
    left = left.slice(done);
  }
}
