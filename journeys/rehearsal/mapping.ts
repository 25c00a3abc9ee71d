import type { BatchAnswer } from '@yibao/simulator/src/database/deliver';
import type { StreamRecord } from '@yibao/simulator/src/database/shards';
import { type Pattern, passes } from './filter';
import { ofType, type Resource, roomOf, targetOf, type Template } from './template';
import type { Resolve } from './values';

/** An event source mapping: which function reads the stream, and how. */
export interface Mapping {
  readonly runner: string;
  readonly batchSize: number;
  readonly patterns: readonly Pattern[];
  readonly tries: number;
  /** Whether the function’s word on which records failed counts. */
  readonly partial: boolean;
  readonly deadLetters: string;
}

interface Properties {
  readonly BatchSize: number;
  readonly MaximumRetryAttempts: number;
  readonly FilterCriteria?: { readonly Filters: readonly { readonly Pattern: string }[] };
  readonly FunctionResponseTypes?: readonly string[];
  readonly DestinationConfig: { readonly OnFailure: { readonly Destination: unknown } };
}

const isOfQueue = (template: Template, { Properties }: Resource) => template.Resources[targetOf(Properties['EventSourceArn'])]?.Type === 'AWS::SQS::Queue';

const mappingsOf = (template: Template) => ofType(template, 'AWS::Lambda::EventSourceMapping');

export const mappingsIn = (template: Template, resolve: Resolve): readonly Mapping[] =>
  mappingsOf(template).filter(([, resource]) => !isOfQueue(template, resource)).map(([, resource]) => {
    const { BatchSize, MaximumRetryAttempts, FilterCriteria, FunctionResponseTypes = [], DestinationConfig } = resource.Properties as unknown as Properties;
    return {
      runner: roomOf(template, targetOf(resource.Properties['FunctionName'])),
      batchSize: BatchSize,
      patterns: FilterCriteria?.Filters.map(({ Pattern }) => JSON.parse(Pattern) as Pattern) ?? [{}],
      tries: MaximumRetryAttempts + 1,
      partial: FunctionResponseTypes.includes('ReportBatchItemFailures'),
      deadLetters: String(resolve(DestinationConfig.OnFailure.Destination)),
    };
  });

/** An event source mapping of a queue: which function takes its messages, and how. */
export interface QueueMapping {
  readonly runner: string;
  /** Logical id. */
  readonly queue: string;
  readonly arn: string;
  readonly batchSize: number;
  /** Calls at the same time. */
  readonly couriers: number;
  readonly partial: boolean;
  readonly visibleAgainSeconds: number;
  readonly tries: number;
}

interface QueueProperties {
  readonly FifoQueue: boolean;
  readonly VisibilityTimeout: number;
  readonly RedrivePolicy: { readonly maxReceiveCount: number };
}

export const queueMappingsIn = (template: Template, resolve: Resolve): readonly QueueMapping[] =>
  mappingsOf(template).filter(([, resource]) => isOfQueue(template, resource)).map(([, { Properties }]) => {
    const { BatchSize, ScalingConfig, FunctionResponseTypes = [] } = Properties as unknown as Properties & { readonly ScalingConfig: { readonly MaximumConcurrency: number } };
    const queue = targetOf(Properties['EventSourceArn']);
    const { FifoQueue, VisibilityTimeout, RedrivePolicy } = template.Resources[queue]!.Properties as unknown as QueueProperties;
    if (!FifoQueue) throw new Error(`the rehearsal knows only queues that keep an order, not ${queue}`);
    return {
      runner: roomOf(template, targetOf(Properties['FunctionName'])),
      queue,
      arn: String(resolve(Properties['EventSourceArn'])),
      batchSize: BatchSize,
      couriers: ScalingConfig.MaximumConcurrency,
      partial: FunctionResponseTypes.includes('ReportBatchItemFailures'),
      visibleAgainSeconds: VisibilityTimeout,
      tries: RedrivePolicy.maxReceiveCount,
    };
  });

type Invoke = (records: readonly StreamRecord[]) => Promise<BatchAnswer | null>;

/** Hands records over as the mapping says: only those that pass its filters, so many at once, and what the function reports as failed. */
export function handingOver({ patterns, batchSize, partial }: Mapping, invoke: Invoke): Invoke {
  return async (records) => {
    const wanted = records.filter((record) => patterns.some((pattern) => passes(pattern, record)));
    const [batch, next] = [wanted.slice(0, batchSize), wanted[batchSize]];
    const answer = batch.length > 0 ? await invoke(batch) : null;
    const failures = partial ? (answer?.batchItemFailures ?? []) : [];
    return { batchItemFailures: [...failures, ...(next ? [{ itemIdentifier: next.dynamodb.SequenceNumber }] : [])] };
  };
}
