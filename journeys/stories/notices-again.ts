import { pathToFileURL } from 'node:url';
import { join, resolve } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type Way, WAYS } from '@yibao/shared';
import { LOCAL_AWS } from '@yibao/simulator/src/database/dynamodb';
import { type Sandbox, startSandbox } from '@yibao/simulator/src/gateway/sandbox';
import { carry } from '@yibao/simulator/src/queue/carry';
import { fifo } from '@yibao/simulator/src/queue/fifo';
import { startSqs } from '@yibao/simulator/src/queue/sqs';
import { masterKeyIn } from '@yibao/simulator/src/stack/data-folder';
import { rowsIn, TABLE } from './recorded';
import type { Stage } from './stage';

const BUNDLES = resolve(__dirname, '../../functions/dist');
const LONG_MS = 60_000;

const queuesAt = (url: string) => Object.fromEntries(WAYS.map((way) => [`QUEUE_${way.toUpperCase()}`, `${url}/${way}`]));

/** The deployed functions once more, beside those of the stack, on the same table. */
const opened = ({ stack }: Stage, queues: string) => (name: string) =>
  startSandbox({
    name,
    file: join(BUNDLES, `${name}.mjs`),
    env: {
      ...LOCAL_AWS,
      AWS_ENDPOINT_URL_DYNAMODB: stack.database,
      AWS_ENDPOINT_URL_SQS: queues,
      TABLE_NAME: TABLE,
      KEY_PROVIDER: pathToFileURL(masterKeyIn(stack.dataDir)).href,
      PLATFORM_SECRET: pathToFileURL(join(stack.dataDir, 'secrets/platform.json')).href,
      REST_MS: '0',
      ...queuesAt(queues),
    },
    logFile: join(stack.dataDir, `logs/${name}-again.log`),
  });

interface Told {
  readonly events: number;
  /** Errands that those events became. */
  readonly errands: number;
  readonly failed: unknown;
}

async function everythingAgain(stage: Stage, { url, queues }: { readonly url: string; readonly queues: Readonly<Record<Way, ReturnType<typeof fifo>>> }): Promise<Told> {
  const sandboxes: Sandbox[] = [];
  const open = async (name: string) => {
    const sandbox = await opened(stage, url)(name);
    sandboxes.push(sandbox);
    return sandbox;
  };
  const pushes = await open('pushes');
  let errands = 0;
  const carriers = await Promise.all(
    WAYS.map(async (way) => {
      const courier = await open(`courier-${way}`);
      return carry({ queue: queues[way], batchSize: 3, couriers: 2, idleMs: 10, hand: (Records) => {
        errands += Records.length;
        return courier.invoke({ Records }, LONG_MS) as Promise<null>;
      } });
    }),
  );
  const rows = (await rowsIn(stage.stack.database)).filter(({ event }) => event !== undefined);
  const Records = rows.map((row, i) => ({ eventName: 'INSERT', dynamodb: { SequenceNumber: String(i), NewImage: marshall(row, { removeUndefinedValues: true }) } }));
  const { batchItemFailures } = (await pushes.invoke({ Records }, LONG_MS)) as { batchItemFailures: unknown };
  while (WAYS.some((way) => queues[way].waiting > 0)) await new Promise((go) => setTimeout(go, 20));
  for (const carrier of carriers) await carrier.stop();
  for (const sandbox of sandboxes) await sandbox.stop();
  return { events: Records.length, errands, failed: batchItemFailures };
}

/** Hands every event of the database once more to the deployed functions that push, as a stream that begins anew would. Gives how many, and what failed. */
export async function pushedAgain(stage: Stage): Promise<Told> {
  const ofWay = () => fifo({ now: Date.now, againMs: 10, tries: 3, putAside: () => undefined });
  const queues = { weapp: ofWay(), alipay: ofWay(), sms: ofWay() };
  const sqs = await startSqs(queues);
  try {
    return await everythingAgain(stage, { url: sqs.url, queues });
  } finally {
    await sqs.stop();
  }
}
