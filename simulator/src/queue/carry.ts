import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchAnswer } from '../database/deliver';
import type { Fifo, Message } from './fifo';

/** A message as Lambda hands it to a function. */
export interface QueueRecord {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: { readonly MessageGroupId: string; readonly ApproximateReceiveCount: string };
  readonly eventSource: 'aws:sqs';
}

export interface Carrying {
  readonly queue: Fifo;
  readonly batchSize: number;
  /** Batches that are handed over at the same time. */
  readonly couriers: number;
  /** A rejection fails the whole batch. */
  readonly hand: (records: readonly QueueRecord[]) => Promise<BatchAnswer | null>;
  readonly idleMs?: number;
}

const recordOf = ({ id, body, group, received }: Message): QueueRecord => ({ messageId: id, body, attributes: { MessageGroupId: group, ApproximateReceiveCount: String(received) }, eventSource: 'aws:sqs' });

const failedOf = (answer: BatchAnswer | null) => new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier ?? ''));

/** Hands a queue's messages to its consumer as an event source mapping does, until stopped. */
export function carry({ queue, batchSize, couriers, hand, idleMs = 100 }: Carrying): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;

  const round = async (): Promise<boolean> => {
    const messages = queue.receive(batchSize);
    if (messages.length === 0) return false;
    const all = new Set(messages.map(({ id }) => id));
    queue.settle(messages, await hand(messages.map(recordOf)).then(failedOf, () => all));
    return true;
  };

  const run = async () => {
    while (!signal.aborted) if (!(await round())) await sleep(idleMs, undefined, { signal }).catch(() => undefined);
  };

  const running = Array.from({ length: couriers }, run);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
