import type { BatchAnswer } from '@yibao/simulator/src/database/deliver';
import { carry } from '@yibao/simulator/src/queue/carry';
import { type Fifo, fifo } from '@yibao/simulator/src/queue/fifo';
import type { QueueMapping } from './mapping';
import { queueNameOf } from './values';

/** What Lambda itself does with a queue, by the function’s role. */
export const QUEUE_RIGHTS = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];

/** Nobody waits minutes in a rehearsal: a second of the template is so many ms here. */
const SECOND_MS = 2;

type Invoke = (runner: string, records: readonly unknown[]) => Promise<unknown>;

/** The template’s queues and who takes their messages. */
export class Queues {
  readonly byName: ReadonlyMap<string, Fifo>;
  private carriers: { stop(): Promise<void> }[] = [];

  constructor(
    private readonly mappings: readonly QueueMapping[],
    putAside: (id: string) => void,
  ) {
    this.byName = new Map(mappings.map(({ queue, visibleAgainSeconds, tries }) => [queueNameOf(queue), fifo({ now: Date.now, againMs: visibleAgainSeconds * SECOND_MS, tries, putAside: ({ id }) => putAside(id) })]));
  }

  /** Errands that nobody has done yet. */
  get waiting(): number {
    return [...this.byName.values()].reduce((sum, { waiting }) => sum + waiting, 0);
  }

  arnOf = (name: string): string => this.mappings.find(({ queue }) => queueNameOf(queue) === name)?.arn ?? name;

  /** Lambda takes messages for whoever may; it makes no mapping for a function that may not. */
  async carry(may: (mapping: QueueMapping) => boolean, invoke: Invoke): Promise<void> {
    await this.stop();
    this.carriers = this.mappings.filter(may).map(({ runner, queue, batchSize, couriers, partial }) => {
      const hand = async (Records: readonly unknown[]) => {
        const answer = (await invoke(runner, Records)) as BatchAnswer | null;
        return partial ? answer : null;
      };
      return carry({ queue: this.byName.get(queueNameOf(queue))!, batchSize, couriers, hand, idleMs: 50 });
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.carriers.splice(0).map((carrier) => carrier.stop()));
  }
}
