import { askedBy } from './asked';
import { allowing, type Statement } from './decision';
import { passes } from './filter';
import { restAnswerOf } from './rest-manner';

const TABLE = 'arn:aws-cn:dynamodb:cn-north-1:111122223333:table/t';
const things = { tableArn: TABLE, streamArn: `${TABLE}/stream/1`, queueArn: (name: string) => `arn:queue:${name}` };

const rows = (actions: readonly string[], keys: readonly string[]): Statement => ({
  Effect: 'Allow', Action: actions.map((action) => `dynamodb:${action}`), Resource: TABLE, Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
});

const key = (pk: string) => ({ Key: { pk: { S: pk }, sk: { S: 'X' } } });
const item = (pk: string) => ({ Item: { pk: { S: pk }, sk: { S: 'X' } } });

const isAllowed = (statements: readonly Statement[], target: string, input: object) => askedBy(target, input, things).every((asked) => allowing(statements, asked) !== undefined);

const DB = 'DynamoDB_20120810';

test.each([
  ['GetItem', key('V#1'), true],
  ['GetItem', key('A#1'), false],
  ['GetItem', key('VX#1'), false],
  ['PutItem', item('V#1'), false],
  ['Query', { KeyConditionExpression: 'pk = :pk AND begins_with(sk, :p)', ExpressionAttributeValues: { ':pk': { S: 'V#1' } } }, false],
])('%s is allowed only by a statement with that action and those keys', (operation, input, expected) => {
  expect(isAllowed([rows(['GetItem'], ['V#*'])], `${DB}.${operation}`, input)).toBe(expected);
});

test('a query asks for the key of its condition', () => {
  const query = { KeyConditionExpression: 'pk = :pk AND begins_with(sk, :p)', ExpressionAttributeValues: { ':pk': { S: 'A#1' } } };
  expect(isAllowed([rows(['Query'], ['A#*'])], `${DB}.Query`, query)).toBe(true);
  expect(() => askedBy(`${DB}.Query`, { KeyConditionExpression: 'sk = :sk' }, things)).toThrow('not seen');
});

test('each kind of part of a transaction needs its right, in one statement for all its keys', () => {
  const both = { TransactItems: [{ Put: item('A#1') }, { Put: item('V#1') }, { ConditionCheck: key('V#2') }] };
  const put = rows(['PutItem'], ['A#*', 'V#*']);
  expect(isAllowed([put], `${DB}.TransactWriteItems`, both)).toBe(false);
  expect(isAllowed([put, rows(['ConditionCheckItem'], ['A#*', 'V#*'])], `${DB}.TransactWriteItems`, both)).toBe(true);
  expect(isAllowed([rows(['PutItem'], ['A#*']), rows(['PutItem'], ['V#*']), rows(['ConditionCheckItem'], ['A#*', 'V#*'])], `${DB}.TransactWriteItems`, both)).toBe(false);
});

test('what is denied is denied, whatever else allows it', () => {
  const allow = rows(['GetItem'], ['V#*']);
  expect(isAllowed([allow, { ...allow, Effect: 'Deny' }], `${DB}.GetItem`, key('V#1'))).toBe(false);
});

test('a data key is opened only for the purpose that the role names', () => {
  const open: Statement = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: 'arn:key', Condition: { StringEquals: { 'kms:EncryptionContext:purpose': 'p' } } };
  expect(isAllowed([open], 'TrentService.Decrypt', { KeyId: 'arn:key', EncryptionContext: { purpose: 'p' } })).toBe(true);
  expect(isAllowed([open], 'TrentService.Decrypt', { KeyId: 'arn:key', EncryptionContext: { purpose: 'q' } })).toBe(false);
  expect(isAllowed([open], 'TrentService.Decrypt', { KeyId: 'arn:key' })).toBe(false);
  expect(isAllowed([open], 'TrentService.Decrypt', { KeyId: 'arn:other', EncryptionContext: { purpose: 'p' } })).toBe(false);
});

test('a batch of messages needs the right to send one, to that queue', () => {
  const send: Statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: 'arn:queue:sms' };
  expect(isAllowed([send], 'AmazonSQS.SendMessageBatch', { QueueUrl: 'https://sqs/1/sms' })).toBe(true);
  expect(isAllowed([send], 'AmazonSQS.SendMessageBatch', { QueueUrl: 'https://sqs/1/weapp' })).toBe(false);
  expect(isAllowed([send], 'AmazonSQS.ReceiveMessage', { QueueUrl: 'https://sqs/1/sms' })).toBe(false);
});

test('an operator or a service that the rehearsal does not know stops it', () => {
  expect(() => isAllowed([{ Effect: 'Allow', Action: '*', Resource: '*', Condition: { Bool: { x: 'true' } } }], `${DB}.GetItem`, key('V#1'))).toThrow('Bool');
  expect(() => askedBy('S3.GetObject', {}, things)).toThrow('S3');
});

test('a filter lets through what Lambda would', () => {
  const pattern = { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { event: { M: { type: { S: [{ exists: true }] } } } } } };
  const record = (eventName: string, event: object) => ({ eventName, dynamodb: { NewImage: event } });
  const event = { event: { M: { type: { S: 'voucher.bound' } } } };
  expect(passes(pattern, record('INSERT', event))).toBe(true);
  expect(passes(pattern, record('REMOVE', event))).toBe(false);
  expect(passes(pattern, record('INSERT', {}))).toBe(false);
});

test('a REST API takes a result without a status for a defect', () => {
  expect(restAnswerOf({ body: '{}' }).status).toBe(502);
  expect(restAnswerOf({ statusCode: 204, body: '' }).status).toBe(204);
});
