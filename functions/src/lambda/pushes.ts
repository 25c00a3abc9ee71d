import type { DynamoDBStreamEvent } from 'aws-lambda';
import { follow } from '../aws/stream';
import { boot, bootPost } from '../boot';
import { eventsIn } from '../errand/events-in';
import { pushFor } from '../pushes';
import { addresseesIn } from '../voucher/addressees';
import { cardHolderNeeds } from '../wallet-needs';

const base = await boot(process.env);

const needs = { ...cardHolderNeeds(base), addressees: addresseesIn(base.table, base.sealer), events: eventsIn(base.table), post: bootPost(process.env) };

const deliver = follow(pushFor(needs), base.log);

export const handler = async (event: DynamoDBStreamEvent) => {
  await base.ready();
  return deliver(event);
};
