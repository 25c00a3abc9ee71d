import type { DynamoDBStreamEvent } from 'aws-lambda';
import { macWith } from '../audit/mac';
import { follow } from '../aws/stream';
import { boot } from '../boot';
import { reactTo } from '../reactions';
import { wishesIn } from '../region/wish-store';
import { usesIn } from '../voucher/use-store';

const { table, keys, sealer, log, ready } = await boot(process.env);

const react = reactTo({ uses: usesIn(table, macWith(keys, 'use-record')), wishes: wishesIn(table, sealer) });

/** Told once it has been followed; counted on the bureau's dashboard. */
const deliver = follow(async (event) => {
  await react(event);
  log({ level: 'info', event: 'happened', code: event.type });
}, log);

export const handler = async (event: DynamoDBStreamEvent) => {
  await ready();
  return deliver(event);
};
