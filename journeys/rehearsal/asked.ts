import type { Asked } from './decision';

/** Names of the things that calls are about. */
export interface Things {
  readonly tableArn: string;
  readonly streamArn: string;
  /** Of a queue, by the end of its URL. */
  readonly queueArn: (name: string) => string;
}

type Key = Readonly<Record<string, { readonly S?: string }>>;

interface Part {
  readonly Key?: Key;
  readonly Item?: Key;
}

/** The fields of DynamoDB’s, KMS’s, SQS’s and Secrets Manager’s requests that IAM looks at. */
interface Input extends Part {
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeValues?: Key;
  readonly TransactItems?: readonly Readonly<Record<string, Part>>[];
  readonly KeyId?: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly SecretId?: string;
  readonly QueueUrl?: string;
}

const ACTION_OF_PART: Readonly<Record<string, string>> = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', Get: 'GetItem', ConditionCheck: 'ConditionCheckItem' };

/** The partition key of an item or a key; what has none is no request of this service. */
function leadingKey({ Key, Item }: Part): string {
  const key = (Key ?? Item)?.['pk']?.S;
  if (key === undefined) throw new Error('a request without a partition key');
  return key;
}

function queriedKey({ KeyConditionExpression = '', ExpressionAttributeValues }: Input): string {
  const [, value = ''] = /^pk = (:\w+)\b/.exec(KeyConditionExpression) ?? [];
  const key = ExpressionAttributeValues?.[value]?.S;
  if (key === undefined) throw new Error(`a query whose partition key is not seen: ${KeyConditionExpression}`);
  return key;
}

/**
 * Each part of a transaction needs the right for what it does. Whether IAM holds a statement against the leading keys of the part or of
 * the whole request is written nowhere: here against the whole, so that what passes here passes either way.
 */
function transacted(items: NonNullable<Input['TransactItems']>, resource: string): Asked[] {
  const parts = items.flatMap((item) => Object.entries(item));
  const keys = [...new Set(parts.map(([, part]) => leadingKey(part)))];
  return [...new Set(parts.map(([kind]) => kind))].map((kind) => ({ action: `dynamodb:${ACTION_OF_PART[kind] ?? kind}`, resource, context: { 'dynamodb:LeadingKeys': keys } }));
}

function ofTable(operation: string, input: Input, { tableArn }: Things): Asked[] {
  if (input.TransactItems) return transacted(input.TransactItems, tableArn);
  const key = operation === 'Query' ? queriedKey(input) : leadingKey(input);
  return [{ action: `dynamodb:${operation}`, resource: tableArn, context: { 'dynamodb:LeadingKeys': [key] } }];
}

const ofKey = (operation: string, { KeyId = '', EncryptionContext = {} }: Input): Asked[] => [
  { action: `kms:${operation}`, resource: KeyId, context: Object.fromEntries(Object.entries(EncryptionContext).map(([name, value]) => [`kms:EncryptionContext:${name}`, [value]])) },
];

/** Secrets Manager ends the ARN of a secret with six characters of its own. */
const SECRET_END = '-aB3dE6';

/** A batch needs the right of its single messages. */
const ofQueue = (operation: string, { QueueUrl = '' }: Input, { queueArn }: Things): Asked[] => [{ action: `sqs:${operation.replace(/Batch$/, '')}`, resource: queueArn(QueueUrl.split('/').at(-1)!), context: {} }];

const ofStream = (operation: string, _: Input, { streamArn }: Things): Asked[] => [{ action: `dynamodb:${operation}`, resource: streamArn, context: {} }];

const ofSecret = (operation: string, { SecretId = '' }: Input): Asked[] => [{ action: `secretsmanager:${operation}`, resource: `${SecretId}${SECRET_END}`, context: {} }];

/** By the beginning of the service’s name in `x-amz-target`. */
const SERVICES: readonly (readonly [string, (operation: string, input: Input, things: Things) => Asked[]])[] = [
  ['DynamoDBStreams', ofStream],
  ['DynamoDB_', ofTable],
  ['TrentService', ofKey],
  ['AmazonSQS', ofQueue],
  ['secretsmanager', ofSecret],
];

/** What a call asks for. Throws for a service that no function should call. */
export function askedBy(target: string, input: Input, things: Things): readonly Asked[] {
  const [service = '', operation = ''] = target.split('.');
  const asking = SERVICES.find(([name]) => service.startsWith(name));
  if (!asking) throw new Error(`the rehearsal does not know the service ${service}`);
  return asking[1](operation, input, things);
}
