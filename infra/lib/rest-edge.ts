import { type RefusalCode, REFUSALS, type Room, wording } from '@yibao/shared';
import { Stack, Validations } from 'aws-cdk-lib';
import {
  AccessLogFormat, EndpointType, LambdaIntegration, LogGroupLogDestination, type MethodDeploymentOptions, ResponseType, RestApi, SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Domain } from '../bureau/domain';
import { A_MINUTE, type Edge, type EdgeProps, FASTEST, UNAUTHORIZED_BY_DESIGN, watchEdge } from './edge';
import { endpoints, endpointsOf } from './endpoints';
import { Firewall } from './firewall';
import { KeptLogs } from './kept-logs';
import type { RoomFunction, Site } from './room-function';

/** Part of the address that API Gateway gives; not seen under the bureau's own domain. */
const STAGE = 'live';

/** Who asked for what, when, with which result. No query, no header, no body: none may reach a log. */
const ACCESS_LINE = {
  at: '$context.requestTime',
  requestId: '$context.extendedRequestId',
  from: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  route: '$context.resourcePath',
  status: '$context.status',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  error: '$context.integrationErrorMessage',
};

const METHODS: Record<string, MethodDeploymentOptions> = Object.fromEntries(
  endpoints.map(({ method, path, rate }) => [`${path}/${method}`, { throttlingRateLimit: rate.perSecond, throttlingBurstLimit: rate.burst, metricsEnabled: true }]),
);

/** What API Gateway answers by itself, in the words of the contract. */
const OWN_ANSWERS: readonly (readonly [id: string, ResponseType, RefusalCode])[] = [
  ['Throttled', ResponseType.THROTTLED, 'RATE_LIMITED'],
  ['Unknown', ResponseType.MISSING_AUTHENTICATION_TOKEN, 'ENDPOINT_UNKNOWN'],
  ['TooLarge', ResponseType.REQUEST_TOO_LARGE, 'REQUEST_TOO_LARGE'],
  ['Broken', ResponseType.DEFAULT_5XX, 'INTERNAL'],
];

/** What browsers may do with API Gateway's own answers: as with those of the functions. */
const OWN_HEADERS = {
  'Cache-Control': "'no-store'",
  'X-Content-Type-Options': "'nosniff'",
  'Strict-Transport-Security': "'max-age=31536000'",
  'Referrer-Policy': "'no-referrer'",
};

/** CloudFormation turns what is not ASCII into question marks. */
const ascii = (json: string) => json.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

function answerOf(code: RefusalCode): string {
  const details: Record<string, number> = code === 'RATE_LIMITED' ? { seconds: 1 } : {};
  return ascii(JSON.stringify({ code, ...wording(code, details), details, fields: [], requestId: '$context.extendedRequestId' }));
}

/** A REST API behind a firewall: what a public service of a government needs, and the more expensive kind. */
export class RestEdge extends Construct implements Edge {
  readonly url: string;
  readonly dnsTarget: string | undefined;
  private readonly api: RestApi;

  constructor(scope: Construct, id: string, { functions, site }: EdgeProps) {
    super(scope, id);
    const { domain } = site.bureau;
    this.api = this.apiFor(site, new KeptLogs(this, 'AccessLogs', site));
    Validations.of(this.api).acknowledge(
      { id: 'AwsSolutions-APIG4', reason: UNAUTHORIZED_BY_DESIGN },
      { id: 'AwsSolutions-COG4', reason: `Cognito user pools do not exist in the Chinese regions. ${UNAUTHORIZED_BY_DESIGN}` },
      { id: 'AwsSolutions-APIG2', reason: 'The functions validate each request by the contract and answer in its words, field by field.' },
      { id: 'AwsSolutions-APIG6', reason: 'Execution logs hold headers and bodies, that is tokens and personal data. The access log says who asked for what.' },
      { id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]', reason: 'API Gateway takes this role of AWS, once for the account, to write access logs.' },
      { id: 'Serverless-APIGWXrayEnabled', reason: 'X-Ray does not trace Lambda in the Chinese regions; request ids join the access log and the function logs.' },
    );
    for (const [room, each] of functions) this.route(room, each);
    for (const [id, type, code] of OWN_ANSWERS) this.api.addGatewayResponse(id, { type, statusCode: String(REFUSALS[code].status), responseHeaders: OWN_HEADERS, templates: { 'application/json': answerOf(code) } });
    // Not the API's own url: it waits for the routes, and the routes for the functions.
    this.url = domain ? `https://${domain.name}` : `https://${this.api.restApiId}.execute-api.${Stack.of(this).region}.${Stack.of(this).urlSuffix}/${STAGE}`;
    for (const one of functions.values()) one.tellAddress(this.url);
    this.dnsTarget = this.api.domainName?.domainNameAliasDomainName;
    new Firewall(this, 'Firewall', { guards: this.api.deploymentStage.stageArn, site });
    watchEdge(this, site, this.api.metricServerError({ statistic: 'Sum', period: A_MINUTE }));
  }

  private apiFor({ bureau }: Site, logs: KeptLogs): RestApi {
    return new RestApi(this, 'Api', {
      restApiName: `yibao-${bureau.id}`,
      endpointTypes: [EndpointType.REGIONAL],
      disableExecuteApiEndpoint: bureau.domain !== undefined,
      cloudWatchRole: true,
      deployOptions: {
        stageName: STAGE,
        metricsEnabled: true,
        throttlingRateLimit: FASTEST.perSecond,
        throttlingBurstLimit: FASTEST.burst,
        methodOptions: METHODS,
        accessLogDestination: new LogGroupLogDestination(logs),
        accessLogFormat: AccessLogFormat.custom(JSON.stringify(ACCESS_LINE)),
      },
      ...(bureau.domain && { domainName: this.named(bureau.domain) }),
    });
  }

  private named({ name, certificateArn }: Domain) {
    return { domainName: name, certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn), endpointType: EndpointType.REGIONAL, securityPolicy: SecurityPolicy.TLS_1_2 };
  }

  private route(room: Room, { lambda }: RoomFunction): void {
    const integration = new LambdaIntegration(lambda, { scopePermissionToMethod: false });
    for (const { method, path } of endpointsOf(room)) this.api.root.resourceForPath(path).addMethod(method, integration);
  }

  latency(method: string, path: string): Metric {
    const dimensionsMap = { ApiName: this.api.restApiName, Stage: STAGE, Method: method, Resource: path };
    return new Metric({ namespace: 'AWS/ApiGateway', metricName: 'Latency', dimensionsMap, statistic: 'p99', period: A_MINUTE });
  }
}
