import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Way } from '@yibao/shared';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { orderOf, type Post, PostedErrand } from '../errand/errand';
import { defectOf, type Log } from './logger';

/** SQS takes no more in one call. */
const TOGETHER = 10;

/** A queue's URL is its name, not where it answers: that is the region's endpoint, or the one that the environment says. */
export const queueClient = () => new SQSClient({ useQueueUrlAsEndpoint: false });

const entryOf = (errand: PostedErrand, i: number) => ({ Id: String(i), MessageBody: JSON.stringify(errand), MessageGroupId: orderOf(errand) });

const groups = <T>(all: readonly T[]) => Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, i) => all.slice(i * TOGETHER, (i + 1) * TOGETHER));

/** The queues of the ways, by URL. The same errand within five minutes is left once. */
export const postOver = (client: Pick<SQSClient, 'send'>, queues: Readonly<Partial<Record<Way, string>>>): Post => ({
  async leave(errands) {
    for (const way of new Set(errands.map((errand) => errand.way))) {
      for (const group of groups(errands.filter((errand) => errand.way === way))) {
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queues[way], Entries: group.map(entryOf) }));
        if (Failed.length > 0) throw new Error(`${Failed.length} errands were not left: ${Failed[0]?.Code}`);
      }
    }
  },
});

interface Delivering {
  readonly run: (errand: PostedErrand) => Promise<void>;
  /** The pause after each errand that keeps the way below its rate. */
  readonly rest: () => Promise<void>;
  readonly log: Log;
}

/**
 * Does the errands of a batch one by one. One that fails comes again by itself, with those behind it that must not overtake it; all others
 * are done.
 */
export const delivering = ({ run, rest, log }: Delivering) =>
  async ({ Records }: Pick<SQSEvent, 'Records'>): Promise<SQSBatchResponse> => {
    const stuck = new Set<string | undefined>();
    const failed: string[] = [];
    const done = async ({ body, attributes: { MessageGroupId } }: SQSRecord) => {
      if (stuck.has(MessageGroupId)) return false;
      try {
        await run(PostedErrand.parse(JSON.parse(body)));
        return true;
      } catch (error) {
        log({ level: 'error', event: 'errand failed', defect: defectOf(error) });
        stuck.add(MessageGroupId);
        return false;
      } finally {
        await rest();
      }
    };
    for (const record of Records) if (!(await done(record))) failed.push(record.messageId);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
