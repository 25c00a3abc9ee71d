import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Bureau } from '../bureau/bureau';

const RETENTION: Readonly<Record<Bureau['logDays'], RetentionDays>> = {
  180: RetentionDays.SIX_MONTHS,
  365: RetentionDays.ONE_YEAR,
  400: RetentionDays.THIRTEEN_MONTHS,
  545: RetentionDays.EIGHTEEN_MONTHS,
  731: RetentionDays.TWO_YEARS,
  1096: RetentionDays.THREE_YEARS,
  1827: RetentionDays.FIVE_YEARS,
  2192: RetentionDays.SIX_YEARS,
  2557: RetentionDays.SEVEN_YEARS,
  2922: RetentionDays.EIGHT_YEARS,
  3288: RetentionDays.NINE_YEARS,
  3653: RetentionDays.TEN_YEARS,
};

/** A log that is kept as long as the bureau says, even when the stack is gone. */
export class KeptLogs extends LogGroup {
  constructor(scope: Construct, id: string, { bureau, logGroupName }: { readonly bureau: Bureau; readonly logGroupName?: string }) {
    super(scope, id, { logGroupName, retention: RETENTION[bureau.logDays], removalPolicy: RemovalPolicy.RETAIN });
  }

  /** Counts the lines in which these words stand as they are; logs that count under one name are counted together. */
  counting(words: string, { name, period }: { readonly name: string; readonly period: Duration }): Metric {
    const counted = { metricNamespace: 'Yibao/Security', metricName: `${Stack.of(this).stackName}-${name}` };
    new MetricFilter(this, name, { logGroup: this, filterPattern: FilterPattern.literal(`"${words}"`), metricValue: '1', ...counted });
    return new Metric({ namespace: counted.metricNamespace, metricName: counted.metricName, statistic: 'Sum', period });
  }
}
