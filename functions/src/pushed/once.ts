import { createHash } from 'node:crypto';
import { DAY, SECOND, type Clock } from '@yibao/shared';
import { canonical } from '../audit/canonical';
import { Conflict, type Table } from '../aws/table';
import type { VoucherEvent } from '../events';

/** Who is to learn of an event: a kind of push (`notice`, `wallet`) and for whom, e.g. an account. */
export interface Recipient {
  readonly kind: string;
  readonly of: string;
}

/** What was pushed to platforms because of events. */
export interface Pushed {
  /**
   * Runs `push` unless it succeeded before for this event and recipient, and remembers what came of it (a word, e.g. the way taken).
   * Whatever `push` throws is thrown on, and it is tried again with the next delivery of the event. It may run twice where the service is stopped in between.
   */
  once(event: VoucherEvent, recipient: Recipient, push: () => Promise<string>): Promise<void>;
}

/** Longer than the stream keeps an event, and long enough to answer "was I told?". */
const KEPT_MS = 30 * DAY;

/** The same event has the same name however often it is delivered. */
const nameOf = (event: VoucherEvent) => createHash('sha256').update(canonical(event)).digest('hex').slice(0, 32);

export const pushedIn = (table: Table, now: Clock): Pushed => ({
  async once(event, { kind, of }, push) {
    const key = { pk: `V#${event.voucherId}`, sk: `PUSH#${kind}#${nameOf(event)}#${of}` };
    if (await table.get(key)) return;
    const outcome = await push();
    const at = now();
    const row = { ...key, what: event.type, outcome, at: at.toISOString(), ttl: Math.ceil((at.getTime() + KEPT_MS) / SECOND) };
    await table.write([{ row, was: 'absent' }]).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  },
});
