/** One Lambda execution environment: loads the bundle `workerData.file` in this thread and answers the events that the gateway sends. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { name, file } = workerData;

/** Errors of some libraries lose their message on the way out of the thread. */
const { handler } = await import(pathToFileURL(file).href).catch((error) => {
  console.error(error);
  throw new Error(`${error.name}: ${error.message}`);
});

const contextOf = ({ requestId, deadline }) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: true,
  functionName: name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws-cn:lambda:cn-north-1:000000000000:function:${name}`,
  memoryLimitInMB: '512',
  logGroupName: `/aws/lambda/${name}`,
  logStreamName: 'local',
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
});

parentPort.on('message', async ({ id, event, ...call }) => {
  try {
    const result = await handler(event, contextOf(call));
    parentPort.postMessage({ id, result: JSON.stringify(result ?? null) });
  } catch (error) {
    console.error(error);
    parentPort.postMessage({ id, failed: true });
  }
});

parentPort.postMessage({ ready: true });
