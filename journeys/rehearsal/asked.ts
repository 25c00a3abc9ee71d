import type { Asked } from './decision';

/** Names of the things that calls are about. */
export interface Things {
  readonly tableArn: string;
  readonly streamArn: string;
}

type Key = Readonly<Record<string, { readonly S?: string }>>;

interface Part {
  readonly Key?: Key;
  readonly Item?: Key;
}

/** The fields of DynamoDB’s, KMS’s and Secrets Manager’s requests that IAM looks at. */
interface Input extends Part {
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeValues?: Key;
  readonly TransactItems?: readonly Readonly<Record<string, Part>>[];
  readonly KeyId?: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
  readonly SecretId?: string;
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
export const SECRET_END = '-aB3dE6';

/** What a call asks for, by the service’s name in `x-amz-target`. Throws for a service that no function should call. */
export function askedBy(target: string, input: Input, things: Things): readonly Asked[] {
  const [service = '', operation = ''] = target.split('.');
  if (service.startsWith('DynamoDBStreams')) return [{ action: `dynamodb:${operation}`, resource: things.streamArn, context: {} }];
  if (service.startsWith('DynamoDB_')) return ofTable(operation, input, things);
  if (service === 'TrentService') return ofKey(operation, input);
  if (service === 'secretsmanager') return [{ action: `secretsmanager:${operation}`, resource: `${input.SecretId ?? ''}${SECRET_END}`, context: {} }];
  throw new Error(`the rehearsal does not know the service ${service}`);
}
