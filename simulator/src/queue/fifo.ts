import { randomUUID } from 'node:crypto';

export interface Letter {
  readonly body: string;
  readonly group: string;
}

export interface Message extends Letter {
  readonly id: string;
  /** How often it was handed out, this time included. */
  readonly received: number;
}

interface Kept extends Message {
  received: number;
  /** Nobody gets it before, nor those behind it in its group; Infinity while somebody has it. */
  hiddenUntil: number;
}

export interface FifoSettings {
  readonly now: () => number;
  /** How long a message that failed waits. */
  readonly againMs: number;
  readonly tries: number;
  readonly putAside: (message: Message) => void;
}

/** A queue as SQS keeps one, in which a group’s messages go one after the other. */
export interface Fifo {
  /** The same text within five minutes is taken once. */
  send(body: string, group: string): void;
  /** As many as there are up to the limit, oldest first. */
  receive(limit: number): readonly Message[];
  /** Ends what `receive` gave: what failed comes again, all else is gone. */
  settle(messages: readonly Message[], failed: ReadonlySet<string>): void;
  readonly waiting: number;
  /** All that is in it, to be sent to another queue. */
  left(): readonly Letter[];
}

const SAME_MS = 5 * 60_000;

/** What may be handed out now: nothing behind what somebody has, or what waits, of the same group. */
function freeIn(kept: readonly Kept[], now: number): readonly Kept[] {
  const held = new Set<string>();
  return kept.filter(({ group, hiddenUntil }) => {
    if (hiddenUntil > now) held.add(group);
    return !held.has(group);
  });
}

export function fifo({ now, againMs, tries, putAside }: FifoSettings): Fifo {
  let kept: Kept[] = [];
  const sent = new Map<string, number>();

  const forgetOld = () => {
    for (const [body, at] of sent) if (at + SAME_MS <= now()) sent.delete(body);
  };

  return {
    send(body, group) {
      forgetOld();
      if (sent.has(body)) return;
      sent.set(body, now());
      kept.push({ id: randomUUID(), body, group, received: 0, hiddenUntil: 0 });
    },
    receive(limit) {
      for (const message of freeIn(kept, now()).filter(({ received }) => received >= tries)) {
        kept = kept.filter((each) => each !== message);
        putAside(message);
      }
      const batch = freeIn(kept, now()).slice(0, limit);
      for (const message of batch) {
        message.received += 1;
        message.hiddenUntil = Infinity;
      }
      return batch.map((message) => ({ ...message }));
    },
    settle(messages, failed) {
      const done = new Set(messages.map(({ id }) => id).filter((id) => !failed.has(id)));
      kept = kept.filter(({ id }) => !done.has(id));
      for (const message of kept) if (failed.has(message.id)) message.hiddenUntil = now() + againMs;
    },
    get waiting() {
      return kept.length;
    },
    left: () => kept.map(({ body, group }) => ({ body, group })),
  };
}
