import type { BatchAnswer } from '@yibao/simulator/src/database/deliver';
import type { StreamRecord } from '@yibao/simulator/src/database/shards';
import { type Pattern, passes } from './filter';
import { ofType, roomOf, targetOf, type Template } from './template';
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

export const mappingsIn = (template: Template, resolve: Resolve): readonly Mapping[] =>
  ofType(template, 'AWS::Lambda::EventSourceMapping').map(([, resource]) => {
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
