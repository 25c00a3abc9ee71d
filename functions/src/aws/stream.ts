import { isDeepStrictEqual } from 'node:util';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { Event } from '../events';
import { defectOf, type Log } from './logger';

type Image = Parameters<typeof unmarshall>[0];

const eventIn = (image: unknown): unknown => (image ? unmarshall(image as Image)['event'] : undefined);

/** The event that a change of a row carries: a new event item, or a row whose `event` is another than before. */
export function eventOf({ dynamodb }: DynamoDBRecord): Event | undefined {
  const now = eventIn(dynamodb?.NewImage);
  return now === undefined || isDeepStrictEqual(now, eventIn(dynamodb?.OldImage)) ? undefined : Event.parse(now);
}

/**
 * Follows the table's stream. Deliveries repeat, so every reaction must stand being told twice. A failing record ends the batch there:
 * it and those after it come again, so that nothing is lost or overtaken.
 */
export const follow = (react: (event: Event) => Promise<void>, log: Log) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      try {
        const event = eventOf(record);
        if (event) await react(event);
      } catch (error) {
        log({ level: 'error', event: 'reaction failed', defect: defectOf(error) });
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
