import type { SQSRecord } from 'aws-lambda';
import type { PostedErrand } from '../errand/errand';
import { delivering, postOver } from './queue';

const errand = (account: string, more: Partial<PostedErrand> = {}): PostedErrand => ({ way: 'weapp', work: 'notice', account, event: { pk: 'V#1', sk: 'EV#1' }, ...more });

interface Sent {
  readonly QueueUrl: string;
  readonly Entries: readonly { readonly Id: string; readonly MessageBody: string; readonly MessageGroupId: string }[];
}

function queues(failing: readonly string[] = []) {
  const sent: Sent[] = [];
  const send = async ({ input }: { input: Sent }) => {
    sent.push(input);
    return { Failed: input.Entries.filter(({ MessageBody }) => failing.includes((JSON.parse(MessageBody) as PostedErrand).account)).map(({ Id }) => ({ Id, Code: 'InternalError' })) };
  };
  const client = { send } as unknown as Parameters<typeof postOver>[0];
  return { sent, post: postOver(client, { weapp: 'https://q/weapp', sms: 'https://q/sms' }) };
}

test('errands are left in the queue of their way, ten at once, those of one voucher in one order', async () => {
  const { sent, post } = queues();
  await post.leave([...Array.from({ length: 12 }, (_, i) => errand(`a${i}`)), errand('b', { way: 'sms' })]);
  expect(sent.map(({ QueueUrl, Entries }) => [QueueUrl, Entries.length])).toEqual([['https://q/weapp', 10], ['https://q/weapp', 2], ['https://q/sms', 1]]);
  expect(new Set(sent.flatMap(({ Entries }) => Entries.map(({ MessageGroupId }) => MessageGroupId)))).toEqual(new Set(['V#1']));
});

test('wishes for a region hold up nobody but their own account', async () => {
  const { sent, post } = queues();
  await post.leave(['a', 'b'].map((account) => errand(account, { work: 'opening', event: { pk: 'RG#370100', sk: `WISH#${account}` } })));
  expect(sent[0]!.Entries.map(({ MessageGroupId }) => MessageGroupId)).toEqual(['A#a', 'A#b']);
});

test('an errand that the queue did not take is told, so that the event comes again', async () => {
  const { post } = queues(['b']);
  await expect(post.leave([errand('a'), errand('b')])).rejects.toThrow('1 errands were not left: InternalError');
});

const record = (account: string, group: string): SQSRecord => ({ messageId: account, body: JSON.stringify(errand(account)), attributes: { MessageGroupId: group } }) as unknown as SQSRecord;

function courier(failing: readonly string[]) {
  const done: string[] = [];
  const log: object[] = [];
  const run = async ({ account }: PostedErrand) => {
    if (failing.includes(account)) throw new Error('busy');
    done.push(account);
  };
  const deliver = delivering({ run, rest: async () => void done.push('rest'), log: (line) => void log.push(line) });
  return { deliver, done, log };
}

const failures = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

test('a courier rests after each errand, also after one that failed', async () => {
  const { deliver, done } = courier(['b']);
  await deliver({ Records: [record('a', 'V#1'), record('b', 'V#2'), record('c', 'V#3')] });
  expect(done).toEqual(['a', 'rest', 'rest', 'c', 'rest']);
});

test('an errand that fails comes again with those of the same voucher behind it; all others are done', async () => {
  const { deliver, done, log } = courier(['a1']);
  expect(await deliver({ Records: [record('a1', 'V#1'), record('b', 'V#2'), record('a2', 'V#1')] })).toEqual(failures('a1', 'a2'));
  expect(done.filter((one) => one !== 'rest')).toEqual(['b']);
  expect(log).toMatchObject([{ event: 'errand failed' }]);
});

test('a message that is no errand fails alone and its text is not logged', async () => {
  const { deliver, log } = courier([]);
  const broken = { ...record('x', 'V#9'), body: '{"name":"张三"}' };
  expect(await deliver({ Records: [broken, record('a', 'V#1')] })).toEqual(failures('x'));
  expect(JSON.stringify(log)).not.toContain('张三');
});
