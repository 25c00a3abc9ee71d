import { Stack, Validations } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface Watch {
  readonly metric: IMetric;
  /** The alarm goes off at this value or above it. */
  readonly from: number;
  /** How many periods of the last five must be bad. @default 1 of 1 */
  readonly badOfFive?: number;
  /** The sentence in the mail; ASCII, because CloudFormation replaces other characters. */
  readonly says: string;
  /** The page of docs/bureau/runbook that says what to do. */
  readonly runbook: string;
}

/** Sends the bureau's people a mail when something that was watched goes wrong. */
export class Alarms extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { mail }: { readonly mail: string }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    const subscription = this.topic.addSubscription(new EmailSubscription(mail));
    Validations.of(subscription).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'SNS repeats a mail for hours, and an alarm stays visible in CloudWatch; nobody would read a queue of undelivered mails.',
    });
    // A topic with a policy of its own loses the default one, which lets the account's alarms publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /** The alarm is made inside `watched`, beside what it watches. */
  watch(watched: Construct, id: string, { metric, from, badOfFive, says, runbook }: Watch): void {
    const alarm = new Alarm(watched, id, {
      metric,
      threshold: from,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: badOfFive === undefined ? 1 : 5,
      datapointsToAlarm: badOfFive ?? 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `${says}. What to do: docs/bureau/runbook/${runbook}.md`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
  }
}
