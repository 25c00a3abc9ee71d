import { type Room, takeOperatorToken, takeToken } from '@yibao/shared';
import { Validations } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, type HttpRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { Edge } from './edge';
import { endpointsOf, rooms } from './endpoints';
import { RoomFunction, type Site } from './room-function';

/** Where institutions and operators reach the service; their assertions must be meant for it. */
const addressOf = (api: HttpApi, { bureau }: Site) => (bureau.domain ? `https://${bureau.domain.name}` : api.apiEndpoint);

/** The HTTP API: every endpoint of the contract is a route to the function of its room, and nothing else is public. */
export class Service extends Construct {
  readonly edge: Edge;

  constructor(scope: Construct, id: string, site: Site) {
    super(scope, id);
    const api = new HttpApi(this, 'Api', { apiName: `yibao-${site.bureau.id}`, createDefaultStage: false, disableExecuteApiEndpoint: site.bureau.domain !== undefined });
    Validations.of(api).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'The functions recognise callers: opaque revocable sessions and institution tokens are rows of the table. An authorizer would be a second call for each request.',
    });
    const functions = new Map(rooms.map((room) => [room, new RoomFunction(this, room, site)]));
    for (const [room, { path }] of [['institution', takeToken], ['operator', takeOperatorToken]] as const) {
      functions.get(room)!.lambda.addEnvironment('TOKEN_ENDPOINT', `${addressOf(api, site)}${path}`);
    }
    const routes = [...functions].flatMap(([room, each]) => this.routesOf(room, api, each));
    this.edge = new Edge(this, 'Edge', { api, routes, site });
  }

  private routesOf(room: Room, api: HttpApi, { lambda }: RoomFunction): HttpRoute[] {
    const integration = new HttpLambdaIntegration(room, lambda);
    return endpointsOf(room).flatMap(({ method, path }) => api.addRoutes({ path, methods: [HttpMethod[method]], integration }));
  }
}
