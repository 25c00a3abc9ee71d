import { type Endpoint, type Room } from '@yibao/shared';
import { Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { type CfnStage, DomainName, HttpApi, HttpMethod, type HttpRoute, HttpStage, LogGroupLogDestination, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Domain } from '../bureau/domain';
import { A_MINUTE, type Edge, type EdgeProps, FASTEST, UNAUTHORIZED_BY_DESIGN, watchEdge } from './edge';
import { endpoints, endpointsOf, routeKeyOf } from './endpoints';
import { KeptLogs } from './kept-logs';
import type { RoomFunction, Site } from './room-function';

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

/** An HTTP API: about a third of the price of a REST API, but no firewall can stand before it. */
export class HttpEdge extends Construct implements Edge {
  readonly url: string;
  readonly dnsTarget: string | undefined;
  private readonly api: HttpApi;

  constructor(scope: Construct, id: string, { functions, site }: EdgeProps) {
    super(scope, id);
    const { domain, id: bureau } = site.bureau;
    this.api = new HttpApi(this, 'Api', { apiName: `yibao-${bureau}`, createDefaultStage: false, disableExecuteApiEndpoint: domain !== undefined });
    Validations.of(this.api).acknowledge({ id: 'AwsSolutions-APIG4', reason: UNAUTHORIZED_BY_DESIGN });
    const routes = [...functions].flatMap(([room, each]) => this.routesOf(room, each));
    const named = domain && this.named(domain);
    const stage = this.stageFor(routes, site, named);
    this.url = domain ? `https://${domain.name}` : stage.url;
    this.dnsTarget = named?.regionalDomainName;
    for (const one of functions.values()) one.tellAddress(domain ? this.url : this.api.apiEndpoint);
    watchEdge(this, site, this.api.metricServerError({ statistic: 'Sum', period: A_MINUTE }));
  }

  private routesOf(room: Room, { lambda }: RoomFunction): HttpRoute[] {
    const integration = new HttpLambdaIntegration(room, lambda, { scopePermissionToRoute: false });
    return endpointsOf(room).flatMap(({ method, path }) => this.api.addRoutes({ path, methods: [HttpMethod[method]], integration }));
  }

  private stageFor(routes: readonly HttpRoute[], site: Site, named: DomainName | undefined): HttpStage {
    const logs = new KeptLogs(this, 'AccessLogs', site);
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      detailedMetricsEnabled: true,
      throttle: { rateLimit: FASTEST.perSecond, burstLimit: FASTEST.burst },
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: AccessLogFormat.custom(JSON.stringify(ACCESS_LINE)) },
      ...(named && { domainMapping: { domainName: named } }),
    });
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(endpoints.map(settingsOf));
    // API Gateway refuses settings for a route that is not there yet.
    stage.node.addDependency(...routes);
    return stage;
  }

  private named({ name, certificateArn }: Domain): DomainName {
    return new DomainName(this, 'Domain', { domainName: name, certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn), securityPolicy: SecurityPolicy.TLS_1_2 });
  }

  latency(method: string, path: string): Metric {
    const dimensionsMap = { ApiId: this.api.apiId, Stage: '$default', Method: method, Resource: path };
    return new Metric({ namespace: 'AWS/ApiGateway', metricName: 'Latency', dimensionsMap, statistic: 'p99', period: A_MINUTE });
  }
}
