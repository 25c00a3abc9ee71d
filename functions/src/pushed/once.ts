import { DAY, SECOND, type Clock } from '@yibao/shared';
import { Conflict, type Table } from '../aws/table';
import type { VoucherEvent } from '../events';
import { nameOf } from './name-of';

/** Who is to learn of an event: a kind of push (`notice`, `text`, `wallet`) and for whom: an account, or a digest of a number. */
export interface Recipient {
  readonly kind: string;
  readonly of: string;
}

/** What was pushed to platforms because of events. */
export interface Pushed {
  /**
   * Runs `push` unless it succeeded before for this event and recipient, and remembers what came of it (a word, e.g. the way taken), which it gives.
   * Whatever `push` throws is thrown on, and it is tried again with the next delivery of the event. It may run twice where the service is stopped in between.
   * Nothing is remembered where `push` gives nothing, because somebody else goes on with it.
   */
  once(event: VoucherEvent, recipient: Recipient, push: () => Promise<string | undefined>): Promise<string | undefined>;
}

/** Longer than the stream keeps an event, and long enough to answer "was I told?". */
const KEPT_MS = 30 * DAY;

export const pushedIn = (table: Table, now: Clock): Pushed => ({
  async once(event, { kind, of }, push) {
    const key = { pk: `V#${event.voucherId}`, sk: `PUSH#${kind}#${nameOf(event)}#${of}` };
    const before = await table.get(key);
    if (before) return String(before['outcome']);
    const outcome = await push();
    if (outcome === undefined) return undefined;
    const at = now();
    const row = { ...key, what: event.type, outcome, at: at.toISOString(), ttl: Math.ceil((at.getTime() + KEPT_MS) / SECOND) };
    await table.write([{ row, was: 'absent' }]).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
    return outcome;
  },
});
