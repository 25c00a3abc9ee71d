import type { Event } from '../events';
import { memoryTable } from '../testing/memory-table';
import { eventsIn } from './events-in';

const REFUSED: Event = { type: 'code.refused', voucherId: 'v1', at: '2026-11-22T02:00:00.000Z', channel: 'weapp', why: 'used', orgId: 'H1' };
const CHANGED: Event = { type: 'pin.changed', voucherId: 'v1', at: '2026-11-22T02:00:00.000Z', channel: 'weapp' };

test('an entry of the trail is read where it stands', async () => {
  const table = memoryTable();
  const key = { pk: 'V#v1', sk: 'EV#1' };
  await table.write([{ row: { ...key, event: CHANGED }, was: 'absent' }]);
  const events = eventsIn(table);
  expect(await events.lasting(CHANGED, key)).toEqual(key);
  expect(await events.at(key)).toEqual(CHANGED);
  expect(table.rows.size).toBe(1);
});

test.each([['QH#37#0000000001', 'CODE'], ['A#weapp-1', 'WALLET']])('an event in the row %s is still read when that row carries another or none', async (pk, sk) => {
  const table = memoryTable();
  await table.write([{ row: { pk, sk, event: REFUSED }, was: 'absent' }]);
  const events = eventsIn(table);
  const kept = await events.lasting(REFUSED, { pk, sk });
  await table.write([{ row: { pk, sk }, was: 1 }]);
  expect(kept.pk).toBe('V#v1');
  expect(await events.at(kept)).toEqual(REFUSED);
});

test('an event that comes twice is copied once, and the stream does not take the copy for another', async () => {
  const table = memoryTable();
  const events = eventsIn(table);
  const key = { pk: 'QH#37#0000000001', sk: 'CODE' };
  expect(await events.lasting(REFUSED, key)).toEqual(await events.lasting(REFUSED, key));
  expect(table.written).toHaveLength(1);
  expect(table.written[0]).not.toHaveProperty('event');
});

test('where the row has disappeared there is nothing to tell', async () => {
  expect(await eventsIn(memoryTable()).at({ pk: 'V#v1', sk: 'EV#1' })).toBeUndefined();
});
