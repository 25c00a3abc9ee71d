import type { VoucherEvent } from '../events';
import { memoryTable } from '../testing/memory-table';
import { pushedIn } from './once';

const changed = (at: string): VoucherEvent => ({ type: 'pin.changed', voucherId: 'v1', at, channel: 'weapp' });
const FIRST = changed('2026-11-22T02:00:00.000Z');
const TO_ADA = { kind: 'notice', of: 'ada' };

function pushing() {
  const table = memoryTable();
  const pushed = pushedIn(table, () => new Date('2026-11-22T02:00:05.000Z'));
  const done: string[] = [];
  const push = (what: string) => async () => {
    done.push(what);
    return 'weapp';
  };
  return { table, pushed, done, push };
}

test('what was pushed is not pushed again, however often the event is delivered', async () => {
  const { pushed, done, push } = pushing();
  for (let i = 0; i < 3; i += 1) await pushed.once({ ...FIRST }, TO_ADA, push('a'));
  expect(done).toEqual(['a']);
});

test('another event, another recipient and another kind are pushed', async () => {
  const { pushed, done, push } = pushing();
  await pushed.once(FIRST, TO_ADA, push('a'));
  await pushed.once(changed('2026-11-22T02:00:01.000Z'), TO_ADA, push('b'));
  await pushed.once(FIRST, { ...TO_ADA, of: 'bob' }, push('c'));
  await pushed.once(FIRST, { ...TO_ADA, kind: 'wallet' }, push('d'));
  expect(done).toEqual(['a', 'b', 'c', 'd']);
});

test('a push that failed is made with the next delivery', async () => {
  const { table, pushed, done, push } = pushing();
  await expect(pushed.once(FIRST, TO_ADA, () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(table.rows.size).toBe(0);
  await pushed.once(FIRST, TO_ADA, push('a'));
  expect(done).toEqual(['a']);
});

test('of two deliveries at the same time both end well, and one row tells of it', async () => {
  const { table, pushed, push } = pushing();
  await Promise.all([pushed.once(FIRST, TO_ADA, push('a')), pushed.once(FIRST, TO_ADA, push('a'))]);
  expect([...table.rows.values()]).toMatchObject([{ what: 'pin.changed', outcome: 'weapp' }]);
});
