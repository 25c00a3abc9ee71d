import { dynamoClient } from '@yibao/functions/src/aws/dynamo-table';
import { LOCAL_AWS } from '@yibao/simulator/src/database/dynamodb';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { TABLE } from './recorded';

/** As if the two hours were over for which WeChat's tokens are kept: the next call asks for them anew. */
export async function forgetTokens(database: string, ...names: readonly string[]): Promise<void> {
  Object.assign(process.env, LOCAL_AWS, { AWS_ENDPOINT_URL_DYNAMODB: database, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
  const client = dynamoClient();
  for (const name of names) await client.send(new DeleteItemCommand({ TableName: TABLE, Key: { pk: { S: `TK#${name}` }, sk: { S: 'TOKEN' } } }));
  client.destroy();
}
