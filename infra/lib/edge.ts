import type { Room } from '@yibao/shared';
import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { endpoints } from './endpoints';
import type { RoomFunction, Site } from './room-function';

/** Where requests arrive. Either kind has every endpoint of the contract as a route to the function of its room, and nothing else. */
export interface Edge {
  readonly url: string;
  /** Where the bureau's DNS record must point. */
  readonly dnsTarget: string | undefined;
  /** p99 of one endpoint's latency, in ms. */
  latency(method: string, path: string): IMetric;
}

export interface EdgeProps {
  readonly functions: ReadonlyMap<Room, RoomFunction>;
  readonly site: Site;
}

/** For a route without settings of its own; there is none. */
export const FASTEST = { perSecond: Math.max(...endpoints.map(({ rate }) => rate.perSecond)), burst: Math.max(...endpoints.map(({ rate }) => rate.burst)) };

export const A_MINUTE = Duration.minutes(1);

/** The counters' wait and the service's defects are watched in the same way at either edge. */
export function watchEdge(edge: Construct & Edge, { alarms }: Site, defects: IMetric): void {
  alarms.watch(edge, 'Defects', { metric: defects, from: 5, badOfFive: 2, says: 'The service answers 5xx', runbook: 'defects' });
  for (const { method, path } of endpoints.filter(({ caller }) => caller === 'institution')) {
    alarms.watch(edge, `Slow ${path}`, { metric: edge.latency(method, path), from: 800, badOfFive: 3, says: `Counters wait: p99 of ${path} is above 0.8 s`, runbook: 'slow-counters' });
  }
}

export const UNAUTHORIZED_BY_DESIGN =
  'The functions recognise callers: opaque revocable sessions and institution tokens are rows of the table. An authorizer would be a second call for each request.';
