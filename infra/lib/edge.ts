import type { Endpoint } from '@yibao/shared';
import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type CfnStage, DomainName, type HttpApi, type HttpRoute, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Domain } from '../bureau/domain';
import { endpoints, routeKeyOf } from './endpoints';
import { KeptLogs } from './kept-logs';
import type { Site } from './room-function';

interface Props {
  readonly api: HttpApi;
  readonly routes: readonly HttpRoute[];
  readonly site: Site;
}

/** Who asked for what, when, with which result. No query, no header, no body: none may reach a log. */
const ACCESS_LINE = {
  at: '$context.requestTime',
  requestId: '$context.requestId',
  from: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  error: '$context.integrationErrorMessage',
};

/** A route's own settings replace the stage's as a whole, so the metrics are asked for again. */
const settingsOf = (endpoint: Endpoint) =>
  [routeKeyOf(endpoint), { ThrottlingRateLimit: endpoint.rate.perSecond, ThrottlingBurstLimit: endpoint.rate.burst, DetailedMetricsEnabled: true }] as const;

/** For a route without settings of its own; there is none. */
const FASTEST = { rateLimit: Math.max(...endpoints.map(({ rate }) => rate.perSecond)), burstLimit: Math.max(...endpoints.map(({ rate }) => rate.burst)) };

/** Where requests arrive: the stage with each endpoint's rate, the access log, the bureau's domain. */
export class Edge extends Construct {
  readonly url: string;
  /** Where the bureau's DNS record must point. */
  readonly dnsTarget: string | undefined;

  constructor(scope: Construct, id: string, { api, routes, site }: Props) {
    super(scope, id);
    const { domain } = site.bureau;
    const logs = new KeptLogs(this, 'AccessLogs', site);
    const named = domain && this.named(domain);
    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: FASTEST,
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: AccessLogFormat.custom(JSON.stringify(ACCESS_LINE)) },
      ...(named && { domainMapping: { domainName: named } }),
    });
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(endpoints.map(settingsOf));
    // API Gateway refuses settings for a route that is not there yet.
    stage.node.addDependency(...routes);
    this.url = domain ? `https://${domain.name}` : stage.url;
    this.dnsTarget = named?.regionalDomainName;
    this.watch(api, site);
  }

  private named({ name, certificateArn }: Domain): DomainName {
    return new DomainName(this, 'Domain', { domainName: name, certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn) });
  }

  private watch(api: HttpApi, { alarms }: Site): void {
    const period = Duration.minutes(1);
    alarms.watch(this, 'Defects', { metric: api.metricServerError({ statistic: 'Sum', period }), from: 5, badOfFive: 2, says: 'The service answers 5xx' });
    for (const { method, path } of endpoints.filter(({ caller }) => caller === 'institution')) {
      const metric = new Metric({ namespace: 'AWS/ApiGateway', metricName: 'Latency', dimensionsMap: { ApiId: api.apiId, Stage: '$default', Method: method, Resource: path }, statistic: 'p99', period });
      alarms.watch(this, `Slow ${path}`, { metric, from: 800, badOfFive: 3, says: `Counters wait: p99 of ${path} is above 0.8 s` });
    }
  }
}
