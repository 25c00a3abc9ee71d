import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { macWith } from './audit/mac';
import { follow } from './aws/stream';
import { keysFrom } from './crypto/keys';
import type { Event } from './events';
import { reactTo } from './reactions';
import { memoryTable } from './testing/memory-table';
import { usesIn } from './voucher/use-store';

const redeemed = (requestId: string): Event => ({ type: 'voucher.redeemed', voucherId: 'v1', at: '2026-11-22T02:00:00.000Z', channel: 'weapp', requestId, orgId: 'H1', institution: '医院', businessType: '01301', code: '37#0000000001', nth: 1 });

const record = (now: unknown, before?: unknown): DynamoDBRecord => ({
  dynamodb: { SequenceNumber: `s${JSON.stringify(now).length}`, NewImage: marshall({ pk: 'QH#1', event: now }) as never, ...(before === undefined ? {} : { OldImage: marshall({ pk: 'QH#1', event: before }) as never }) },
});

function following() {
  const uses = usesIn(memoryTable(), macWith(keysFrom('a root key that is only for tests, 32+'), 'use-record'));
  const log: unknown[] = [];
  return { uses, log, deliver: follow(reactTo({ uses, wishes: { grantAll: async () => {} } }), (line) => void log.push(line)) };
}

test('an acceptance becomes a use, once, however often it is delivered (CODE-9)', async () => {
  const { uses, deliver } = following();
  for (let i = 0; i < 3; i += 1) expect(await deliver({ Records: [record(redeemed('a')), record(redeemed('b'), redeemed('a'))] })).toEqual({ batchItemFailures: [] });
  expect(await uses.of('v1')).toHaveLength(2);
});

test('a write that leaves the event as it was tells nothing', async () => {
  const { uses, deliver } = following();
  await deliver({ Records: [record(redeemed('a'), redeemed('a'))] });
  expect(await uses.of('v1')).toEqual([]);
});

test('a record that cannot be followed stops the batch there and is logged without its content', async () => {
  const { uses, log, deliver } = following();
  const broken = record({ type: 'voucher.redeemed', name: '张三' });
  expect(await deliver({ Records: [record(redeemed('a')), broken, record(redeemed('b'))] })).toEqual({ batchItemFailures: [{ itemIdentifier: broken.dynamodb?.SequenceNumber }] });
  expect(await uses.of('v1')).toHaveLength(1);
  expect(JSON.stringify(log)).not.toContain('张三');
});
