import { isDeepStrictEqual } from 'node:util';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { Event } from '../events';
import { defectOf, type Log } from './logger';
import type { Key } from './table';

type Image = Parameters<typeof unmarshall>[0];

const eventIn = (image: unknown): unknown => (image ? unmarshall(image as Image)['event'] : undefined);

/** The event that a change of a row carries: a new event item, or a row whose `event` is another than before. */
export function eventOf({ dynamodb }: DynamoDBRecord): Event | undefined {
  const now = eventIn(dynamodb?.NewImage);
  return now === undefined || isDeepStrictEqual(now, eventIn(dynamodb?.OldImage)) ? undefined : Event.parse(now);
}

const keyOf = ({ dynamodb }: DynamoDBRecord): Key => {
  const { pk, sk } = unmarshall(dynamodb?.NewImage as Image);
  return { pk: String(pk), sk: String(sk) };
};

/**
 * Follows the table's stream; `react` learns in which row the event stands. Deliveries repeat, so every reaction must stand being told twice. A failing record ends the batch there:
 * it and those after it come again, so that nothing is lost or overtaken.
 */
export const follow = (react: (event: Event, key: Key) => Promise<void>, log: Log) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      try {
        const event = eventOf(record);
        if (event) await react(event, keyOf(record));
      } catch (error) {
        log({ level: 'error', event: 'reaction failed', defect: defectOf(error) });
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
