import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, LogQueryVisualizationType, LogQueryWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Edge } from './edge';
import { endpoints } from './endpoints';
import type { PushQueues } from './push-queues';
import type { RoomFunction, Site } from './room-function';
import type { StreamFunction } from './stream-function';

interface Props {
  readonly site: Site;
  readonly edge: Edge;
  readonly rooms: readonly RoomFunction[];
  readonly followers: readonly StreamFunction[];
  readonly queues: PushQueues['all'];
}

const WIDTH = 12;

/** Counted in the logs, which hold codes and kinds but nobody's data, so that no metric is paid for each of a hundred refusals. */
const counted = (title: string, logs: readonly ILogGroup[], lines: readonly string[]) =>
  new LogQueryWidget({ title, logGroupNames: logs.map(({ logGroupName }) => logGroupName), view: LogQueryVisualizationType.TABLE, width: WIDTH, queryLines: [...lines] });

const graph = (title: string, metrics: readonly IMetric[]) => new GraphWidget({ title, left: [...metrics], width: WIDTH, period: Duration.minutes(5) });

const counters = endpoints.filter(({ caller }) => caller === 'institution');

/** One page on which the bureau sees how its service is: people first, then counters, platforms, machines. */
export class ServiceDashboard extends Construct {
  constructor(scope: Construct, id: string, { site, edge, rooms, followers, queues }: Props) {
    super(scope, id);
    const [reactions] = followers;
    const logs = [...rooms, ...followers.map((follower) => follower.function), ...queues.map(({ courier }) => courier)].map((each) => each.logs);
    const dashboard = new Dashboard(this, 'Page', { dashboardName: `yibao-${site.bureau.id}`, defaultInterval: Duration.days(1) });
    dashboard.addWidgets(new TextWidget({ markdown: `# yibao-${site.bureau.id}\nAlarms and what to do: docs/bureau/runbook`, width: 2 * WIDTH, height: 2 }));
    dashboard.addWidgets(
      counted('Activations, unbindings and what else happened', [reactions!.function.logs], ['filter event = "happened"', 'stats count(*) as times by code', 'sort times desc']),
      counted('Refusals by code', logs, ['filter event = "declined"', 'stats count(*) as times by code, path', 'sort times desc', 'limit 40']),
    );
    dashboard.addWidgets(
      graph('Counters: latency of decoding, p99', counters.map(({ method, path }) => edge.latency(method, path))),
      counted('WeChat, Alipay, SMS and the national platform', logs, ['filter ispresent(upstream)', 'stats count(*) as times by upstream, event', 'sort times desc']),
    );
    dashboard.addWidgets(
      graph('Events: age of the oldest that waits', followers.map((follower) => follower.age)),
      graph('Messages by WeChat, Alipay, SMS: age of the oldest that waits', queues.map((queue) => queue.age)),
    );
    dashboard.addWidgets(
      graph('Messages by WeChat, Alipay, SMS: waiting', queues.map(({ queue }) => queue.metricApproximateNumberOfMessagesVisible())),
      graph('Events and messages given up', [...followers, ...queues].map(({ deadLetters }) => deadLetters.metricApproximateNumberOfMessagesVisible())),
    );
    dashboard.addWidgets(
      graph('Table: units used', [site.store.table.metricConsumedReadCapacityUnits(), site.store.table.metricConsumedWriteCapacityUnits()]),
      graph('Functions: errors', rooms.map(({ lambda }) => lambda.metricErrors())),
    );
  }
}
