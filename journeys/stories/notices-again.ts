import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { LOCAL_AWS } from '@yibao/simulator/src/database/dynamodb';
import { startSandbox } from '@yibao/simulator/src/gateway/sandbox';
import { masterKeyIn } from '@yibao/simulator/src/stack/data-folder';
import { rowsIn, TABLE } from './recorded';
import type { Stage } from './stage';

const BUNDLES = resolve(__dirname, '../../functions/dist');

/** Hands every event of the database once more to the deployed function that pushes, as a stream that begins anew would. Gives how many, and what failed. */
export async function pushedAgain({ stack }: Stage): Promise<{ readonly events: number; readonly failed: unknown }> {
  const rows = (await rowsIn(stack.database)).filter(({ event }) => event !== undefined);
  const Records = rows.map((row, i) => ({ eventName: 'INSERT', dynamodb: { SequenceNumber: String(i), NewImage: marshall(row, { removeUndefinedValues: true }) } }));
  const env = {
    ...LOCAL_AWS,
    AWS_ENDPOINT_URL_DYNAMODB: stack.database,
    TABLE_NAME: TABLE,
    KEY_PROVIDER: pathToFileURL(masterKeyIn(stack.dataDir)).href,
    PLATFORM_SECRET: pathToFileURL(join(stack.dataDir, 'secrets/platform.json')).href,
  };
  const pushes = await startSandbox({ name: 'pushes', file: join(BUNDLES, 'pushes.mjs'), env, logFile: join(stack.dataDir, 'logs/pushes-again.log') });
  try {
    const { batchItemFailures } = (await pushes.invoke({ Records }, 60_000)) as { batchItemFailures: unknown };
    return { events: Records.length, failed: batchItemFailures };
  } finally {
    await pushes.stop();
  }
}
