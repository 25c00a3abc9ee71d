import { DAY, SECOND } from '@yibao/shared';
import { Conflict, type Key, type Table } from '../aws/table';
import { Event } from '../events';
import { nameOf } from '../pushed/name-of';

/** Longer than queues keep an errand. */
const KEPT_MS = 30 * DAY;

/** Entries of the trail, settlements and wishes keep their event; rows of codes and wallets carry one only until they are written again. */
const staysIn = ({ pk }: Key) => /^(V|RG)#/.test(pk);

/** Events that errands are about, read again from where they stand. */
export interface EventRows {
  /** The key of a row in which the event stays. */
  lasting(event: Event, key: Key): Promise<Key>;
  /** Undefined where the row has disappeared. */
  at(key: Key): Promise<Event | undefined>;
}

export const eventsIn = (table: Table): EventRows => ({
  async lasting(event, key) {
    if (staysIn(key) || !('voucherId' in event)) return key;
    const copy = { pk: `V#${event.voucherId}`, sk: `PUSHED#${nameOf(event)}` };
    const ttl = Math.ceil((Date.parse(event.at) + KEPT_MS) / SECOND);
    // Not called `event`: the stream would take the copy for another one.
    await table.write([{ row: { ...copy, told: event, ttl }, was: 'absent' }]).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
    return copy;
  },
  async at(key) {
    const row = await table.get(key);
    return row && Event.parse(row['event'] ?? row['told']);
  },
});
