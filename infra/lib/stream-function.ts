import { Duration, Validations } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Follower } from './permissions';
import { RoomFunction, type Site } from './room-function';

/** A row that carries an event: one of its own, or the code row that was just redeemed. */
const newEvent = FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY'), dynamodb: { NewImage: { event: { M: { type: { S: FilterRule.exists() } } } } } });

/** An event may have many who are told, so that fewer events fit into the function's time. */
const PACE = { reactions: { batchSize: 100 }, pushes: { batchSize: 25 } } as const;

/** What follows from events: the table's stream, in order and at least once. What cannot be done ends in a queue and raises an alarm. */
export class StreamFunction extends Construct {
  readonly deadLetters: Queue;
  readonly function: RoomFunction;

  constructor(scope: Construct, id: string, { follower, ...site }: Site & { readonly follower: Follower }) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', { retentionPeriod: Duration.days(14), enforceSSL: true });
    Validations.of(this.deadLetters).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: 'This is the dead letter queue itself, of the event source mapping.' },
      { id: 'Serverless-SQSRedrivePolicy', reason: 'This is the dead letter queue itself, of the event source mapping.' },
    );
    this.function = new RoomFunction(this, follower, site);
    this.function.lambda.addEventSource(
      new DynamoEventSource(site.store.table, {
        ...PACE[follower],
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: [newEvent],
        bisectBatchOnError: true,
        reportBatchItemFailures: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(12),
        onFailure: new SqsDlq(this.deadLetters),
      }),
    );
    this.watch(site, follower);
  }

  /** How long the oldest event waits, in ms. */
  get age(): Metric {
    return this.function.lambda.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) });
  }

  private watch({ alarms }: Site, follower: Follower): void {
    alarms.watch(this, 'Late', { metric: this.age, from: 60_000, badOfFive: 5, says: `Events wait longer than a minute for ${follower}`, runbook: 'late-events' });
    const dead = this.deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: Duration.minutes(1) });
    alarms.watch(this, 'Dead', { metric: dead, from: 1, says: `Events were given up by ${follower}; see the dead letter queue`, runbook: 'dead-letters' });
  }
}
