import { ask } from './dynamodb';

/** A record as it is in the stream; Lambda adds the stream's name to it. */
export interface StreamRecord {
  readonly dynamodb: { readonly SequenceNumber: string };
}

export interface Shard {
  readonly ShardId: string;
  readonly ParentShardId?: string;
}

export interface Stream {
  readonly endpoint: string;
  readonly arn: string;
}

const call = <T>({ endpoint }: Pick<Stream, 'endpoint'>, name: string, input: unknown) => ask<T>(endpoint, { service: 'Streams', name, input });

/** The stream of a table. */
export async function streamOf(endpoint: string, table: string): Promise<Stream> {
  const { Table } = await ask<{ Table: { LatestStreamArn?: string } }>(endpoint, { service: 'DynamoDB', name: 'DescribeTable', input: { TableName: table } });
  if (!Table.LatestStreamArn) throw new Error(`Table ${table} has no stream`);
  return { endpoint, arn: Table.LatestStreamArn };
}

/** All shards, the older first. */
export async function shardsOf(stream: Stream): Promise<Shard[]> {
  const found: Shard[] = [];
  let after: string | undefined;
  do {
    const { StreamDescription } = await call<{ StreamDescription: { Shards: Shard[]; LastEvaluatedShardId?: string } }>(stream, 'DescribeStream', {
      StreamArn: stream.arn,
      ...(after ? { ExclusiveStartShardId: after } : {}),
    });
    found.push(...StreamDescription.Shards);
    after = StreamDescription.LastEvaluatedShardId;
  } while (after);
  return found;
}

/** Reads on after the record numbered `after`, or from the oldest. */
export async function iteratorOf(stream: Stream, shard: string, after: string | undefined): Promise<string> {
  const where = after ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } : { ShardIteratorType: 'TRIM_HORIZON' };
  return (await call<{ ShardIterator: string }>(stream, 'GetShardIterator', { StreamArn: stream.arn, ShardId: shard, ...where })).ShardIterator;
}

export interface Page {
  readonly Records: readonly StreamRecord[];
  /** Absent at the end of a closed shard. */
  readonly NextShardIterator?: string;
}

export const recordsAt = (stream: Stream, iterator: string, limit: number) => call<Page>(stream, 'GetRecords', { ShardIterator: iterator, Limit: limit });
