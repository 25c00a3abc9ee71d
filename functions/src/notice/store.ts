import { DAY, SECOND } from '@yibao/shared';
import { Conflict, type Table } from '../aws/table';
import { Event, type EventOf } from '../events';

export interface Settlements {
  /** Keeps a result with its event; the same number a second time changes nothing. */
  note(event: EventOf<'settlement.notified'>): Promise<void>;
  /** The results of a voucher that are still kept, the oldest first. */
  of(voucherId: string): Promise<readonly EventOf<'settlement.notified'>[]>;
}

/** As long as the platform may repeat a result and the holder may ask about it; settlements themselves are the bureau's record. */
const KEPT_MS = 90 * DAY;

export const settlementsIn = (table: Table): Settlements => ({
  async note(event) {
    const row = { pk: `V#${event.voucherId}`, sk: `SETTLED#${event.settlement}`, event, ttl: Math.ceil((Date.parse(event.at) + KEPT_MS) / SECOND) };
    await table.write([{ row, was: 'absent' }]).catch((error: unknown) => {
      if (!(error instanceof Conflict)) throw error;
    });
  },
  async of(voucherId) {
    const rows = await table.query({ pk: `V#${voucherId}`, prefix: 'SETTLED#' });
    return rows.map(({ event }) => Event.parse(event) as EventOf<'settlement.notified'>).sort((a, b) => (a.at < b.at ? -1 : 1));
  },
});
