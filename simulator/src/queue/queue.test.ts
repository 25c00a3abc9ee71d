import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { carry } from './carry';
import { fifo, type Message } from './fifo';
import { startSqs } from './sqs';

function queue(tries = 3) {
  const clock = { at: 0 };
  const aside: string[] = [];
  return { clock, aside, queue: fifo({ now: () => clock.at, againMs: 100, tries, putAside: ({ body }) => aside.push(body) }) };
}

const bodies = (messages: readonly Message[]) => messages.map(({ body }) => body);
const failing = (messages: readonly Message[], ...failed: string[]) => new Set(messages.filter(({ body }) => failed.includes(body)).map(({ id }) => id));

test('messages come in order, and a group waits for what somebody has of it', () => {
  const { queue: q } = queue();
  for (const [body, group] of [['a1', 'a'], ['a2', 'a'], ['b1', 'b']] as const) q.send(body, group);
  const first = q.receive(1);
  expect(bodies(first)).toEqual(['a1']);
  expect(bodies(q.receive(3))).toEqual(['b1']);
  q.settle(first, new Set());
  expect(bodies(q.receive(3))).toEqual(['a2']);
});

test('what failed comes again after a while, before those behind it', () => {
  const { queue: q, clock } = queue();
  for (const body of ['a1', 'a2']) q.send(body, 'a');
  const first = q.receive(2);
  q.settle(first, failing(first, 'a1', 'a2'));
  expect(q.receive(2)).toEqual([]);
  clock.at = 100;
  expect(q.receive(2).map(({ body, received }) => [body, received])).toEqual([['a1', 2], ['a2', 2]]);
});

test('what fails every try is put aside, and those behind it get through', () => {
  const { queue: q, clock, aside } = queue(2);
  for (const body of ['a1', 'a2']) q.send(body, 'a');
  for (let i = 0; i < 2; i += 1) {
    const batch = q.receive(1);
    q.settle(batch, failing(batch, 'a1'));
    clock.at += 100;
  }
  expect(bodies(q.receive(1))).toEqual(['a2']);
  expect(aside).toEqual(['a1']);
});

test('the same text within five minutes is taken once', () => {
  const { queue: q, clock } = queue();
  for (let i = 0; i < 3; i += 1) q.send('a', 'a');
  expect(q.waiting).toBe(1);
  clock.at = 300_000;
  q.send('a', 'a');
  expect(q.waiting).toBe(2);
});

test('what AWS’s own client sends arrives and is handed over; a queue that is not there is refused', async () => {
  const { queue: q } = queue();
  const sqs = await startSqs({ 'sms.fifo': q });
  const client = new SQSClient({ region: 'cn-north-1', endpoint: sqs.url, useQueueUrlAsEndpoint: false, credentials: { accessKeyId: 'local', secretAccessKey: 'local' }, maxAttempts: 1 });
  const Entries = [{ Id: '0', MessageBody: 'hello', MessageGroupId: 'V#1' }];
  await expect(client.send(new SendMessageBatchCommand({ QueueUrl: 'https://sqs/1/sms.fifo', Entries }))).resolves.toMatchObject({ Successful: [{ Id: '0' }] });
  await expect(client.send(new SendMessageBatchCommand({ QueueUrl: 'https://sqs/1/other.fifo', Entries }))).rejects.toThrow('no such queue');
  const handed: string[] = [];
  const carrying = carry({ queue: q, batchSize: 3, couriers: 2, idleMs: 5, hand: async (records) => {
    handed.push(...records.map(({ body, attributes }) => `${attributes.MessageGroupId} ${body}`));
    return null;
  } });
  for (let i = 0; i < 200 && q.waiting > 0; i += 1) await sleep(10);
  await carrying.stop();
  client.destroy();
  await sqs.stop();
  expect(handed).toEqual(['V#1 hello']);
});
