import type { DynamoDBStreamEvent } from 'aws-lambda';
import { follow } from '../aws/stream';
import { boot } from '../boot';
import { pushedIn } from '../pushed/once';
import { pushFor } from '../pushes';

const { table, now, log, ready } = await boot(process.env);

const deliver = follow(pushFor({ pushed: pushedIn(table, now) }), log);

export const handler = async (event: DynamoDBStreamEvent) => {
  await ready();
  return deliver(event);
};
