import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { RealTable } from './database';

type Client = RealTable['client'];
export type Fault = 'none' | 'throttled' | 'lost answer' | 'collision';

const throttled = () => Object.assign(new Error('slow down'), { name: 'ThrottlingException', $metadata: {}, $retryable: { throttling: false } });
const lost = () => Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET', $metadata: {}, $retryable: { throttling: false } });
const collision = () => new TransactionCanceledException({ message: 'conflict', $metadata: {}, CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }] });

/** Makes the database fail as DynamoDB does: before a call, after it was done, or by collisions. `next` chooses for every call. */
export function injectFaults(client: Client, next: () => Fault): Map<Fault, number> {
  const injected = new Map<Fault, number>();
  client.middlewareStack.add(
    (proceed, context) => async (args) => {
      const fault = next();
      injected.set(fault, (injected.get(fault) ?? 0) + 1);
      if (fault === 'throttled') throw throttled();
      if (fault === 'collision' && context['commandName'] === 'TransactWriteItemsCommand') throw collision();
      const answer = await proceed(args);
      if (fault === 'lost answer') throw lost();
      return answer;
    },
    { step: 'finalizeRequest', priority: 'low', name: 'faults' },
  );
  return injected;
}
