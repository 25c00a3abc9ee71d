import { PUSH_QUEUE, restMs, type Way, WAYS } from '@yibao/shared';
import { Duration, Validations } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Courier } from './permissions';
import { RoomFunction, type Site } from './room-function';

const KEPT = Duration.days(14);
const MINUTE = Duration.minutes(1);

const courierOf = (way: Way): Courier => `courier-${way}`;

/** What one way has to tell, in the order of each voucher, and the courier who does so at the way's own pace. What cannot be done is put aside and raises an alarm. */
class PushQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly courier: RoomFunction;

  constructor(scope: Construct, way: Way, site: Site) {
    super(scope, way);
    this.deadLetters = new Queue(this, 'DeadLetters', { fifo: true, retentionPeriod: KEPT, enforceSSL: true });
    Validations.of(this.deadLetters).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: 'This is the dead letter queue itself.' },
      { id: 'Serverless-SQSRedrivePolicy', reason: 'This is the dead letter queue itself.' },
    );
    this.queue = new Queue(this, 'Queue', {
      fifo: true,
      contentBasedDeduplication: true,
      retentionPeriod: KEPT,
      visibilityTimeout: Duration.seconds(PUSH_QUEUE.againSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: PUSH_QUEUE.tries },
      enforceSSL: true,
    });
    this.courier = new RoomFunction(this, courierOf(way), site);
    this.courier.lambda.addEnvironment('REST_MS', String(restMs(site.bureau.pushRates[way])));
    this.courier.lambda.addEventSource(new SqsEventSource(this.queue, { batchSize: PUSH_QUEUE.batchSize, maxConcurrency: PUSH_QUEUE.couriers, reportBatchItemFailures: true }));
    Validations.of(this.courier.lambda).acknowledge({ id: 'Serverless-LambdaEventSourceMappingDestination', reason: 'SQS itself moves what failed too often to the dead letter queue.' });
    this.watch(way, site);
  }

  /** How long the oldest errand waits, in seconds. */
  get age(): Metric {
    return this.queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: MINUTE });
  }

  private watch(way: Way, { alarms }: Site): void {
    alarms.watch(this, 'Late', { metric: this.age, from: Duration.minutes(15).toSeconds(), badOfFive: 5, says: `Messages by ${way} wait longer than 15 minutes`, runbook: 'late-pushes' });
    const dead = this.deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: MINUTE });
    alarms.watch(this, 'Dead', { metric: dead, from: 1, says: `Messages by ${way} were given up; see the dead letter queue`, runbook: 'dead-pushes' });
  }
}

/** A queue and a courier for each way; who may leave errands where. */
export class PushQueues extends Construct {
  readonly all: readonly PushQueue[];
  private readonly of: Readonly<Record<Way, PushQueue>>;

  constructor(scope: Construct, id: string, { pushes, ...site }: Site & { readonly pushes: RoomFunction }) {
    super(scope, id);
    this.all = WAYS.map((way) => new PushQueue(this, way, site));
    const [weapp, alipay, sms] = this.all as [PushQueue, PushQueue, PushQueue];
    this.of = { weapp, alipay, sms };
    for (const way of WAYS) this.letLeave(pushes, way);
    // Whom a platform cannot tell gets a text message.
    for (const { courier } of [weapp, alipay]) this.letLeave(courier, 'sms');
  }

  private letLeave({ lambda }: RoomFunction, way: Way): void {
    const { queue } = this.of[way];
    lambda.addEnvironment(`QUEUE_${way.toUpperCase()}`, queue.queueUrl);
    lambda.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
  }
}
