import type { DynamoDBStreamEvent } from 'aws-lambda';
import { follow } from '../aws/stream';
import { boot, bootMessages, bootPlatforms, bootWallets } from '../boot';
import { tellNeeds } from '../notice-needs';
import { pushFor } from '../pushes';
import { wishesIn } from '../region/wish-store';
import { cardPushNeeds } from '../wallet-needs';

const base = await boot(process.env);
const outside = await bootPlatforms(process.env, base);

const needs = { ...tellNeeds(base, bootMessages(outside)), ...cardPushNeeds(base, bootWallets(outside, base)), wishes: wishesIn(base.table, base.sealer) };

const deliver = follow(pushFor(needs), base.log);

export const handler = async (event: DynamoDBStreamEvent) => {
  await base.ready();
  return deliver(event);
};
