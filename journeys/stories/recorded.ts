import { LOCAL_AWS } from '@yibao/simulator/src/database/dynamodb';
import { dynamoClient } from '@yibao/functions/src/aws/dynamo-table';
import type { Row } from '@yibao/functions/src/aws/table';
import { dynamoScan } from '@yibao/functions/src/aws/table-scan';
import { Event } from '@yibao/functions/src/events';
import { TABLE } from '@yibao/simulator/src/stack/deployment';

export { TABLE };

/** All rows in the database of a running stack. */
export async function rowsIn(database: string): Promise<readonly Row[]> {
  Object.assign(process.env, LOCAL_AWS, { AWS_ENDPOINT_URL_DYNAMODB: database, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
  const client = dynamoClient();
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const page = await dynamoScan(client, TABLE).page(after, 500);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  client.destroy();
  return rows;
}

/** The events of one kind, as the audit trails hold them. */
export async function recorded<T extends Event['type']>(database: string, type: T): Promise<Extract<Event, { type: T }>[]> {
  const events = (await rowsIn(database)).filter(({ sk }) => sk.startsWith('EV#')).map(({ event }) => Event.parse(event));
  return events.filter((event): event is Extract<Event, { type: T }> => event.type === type);
}
