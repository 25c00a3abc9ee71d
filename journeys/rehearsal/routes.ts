import type { Route } from '@yibao/simulator/src/gateway/match';
import { ofType, roomOf, type Resource, targetOf, type Template } from './template';

interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Setting {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

interface MethodSetting extends Setting {
  readonly HttpMethod: string;
  readonly ResourcePath: string;
}

const rateOf = ({ ThrottlingRateLimit, ThrottlingBurstLimit }: Setting): Rate => ({ perSecond: ThrottlingRateLimit, burst: ThrottlingBurstLimit });

/** API Gateway calls a function only where the function lets it. */
function invocable(template: Template, functionId: string): string {
  const lets = ofType(template, 'AWS::Lambda::Permission').some(([, { Properties }]) => targetOf(Properties['FunctionName']) === functionId && Properties['Principal'] === 'apigateway.amazonaws.com');
  if (!lets) throw new Error(`API Gateway may not call ${functionId}`);
  return roomOf(template, functionId);
}

const routeOf = (key: string, room: string, rate: Rate): Route => {
  const [method, path] = key.split(' ') as ['GET' | 'POST', `/${string}`];
  return { key, room, endpoint: { method, path, rate } };
};

const settingsIn = (template: Template, type: string, name: string) => ofType(template, type)[0]?.[1].Properties[name];

function httpRoutes(template: Template): Route[] {
  const settings = settingsIn(template, 'AWS::ApiGatewayV2::Stage', 'RouteSettings') as Record<string, Setting>;
  return ofType(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
    const key = String(Properties['RouteKey']);
    const [, integration] = ofType(template, 'AWS::ApiGatewayV2::Integration').find(([id]) => JSON.stringify(Properties['Target']).includes(`"${id}"`))!;
    if (integration.Properties['PayloadFormatVersion'] !== '2.0') throw new Error(`${key}: not payload 2.0`);
    return routeOf(key, invocable(template, targetOf(integration.Properties['IntegrationUri'])), rateOf(settings[key]!));
  });
}

/** The path of a resource of a REST API, from the parts of its parents. */
function pathOf({ Resources }: Template, reference: unknown): string {
  const resource = Resources[targetOf(reference)];
  if (resource?.Type !== 'AWS::ApiGateway::Resource') return '';
  return `${pathOf({ Resources }, resource.Properties['ParentId'])}/${String(resource.Properties['PathPart'])}`;
}

function functionOf({ Properties }: Resource): string {
  const { Type, Uri } = Properties['Integration'] as { Type: string; Uri: unknown };
  const [, functionId] = /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(JSON.stringify(Uri)) ?? [];
  if (Type !== 'AWS_PROXY' || functionId === undefined) throw new Error('an integration that is no function');
  return functionId;
}

function restRoutes(template: Template): Route[] {
  const settings = (settingsIn(template, 'AWS::ApiGateway::Stage', 'MethodSettings') ?? []) as MethodSetting[];
  return ofType(template, 'AWS::ApiGateway::Method').map(([, resource]) => {
    const [method, path] = [String(resource.Properties['HttpMethod']), pathOf(template, resource.Properties['ResourceId'])];
    const setting = settings.find(({ HttpMethod, ResourcePath }) => HttpMethod === method && ResourcePath === `/${path.replace(/\//g, '~1')}`);
    return routeOf(`${method} ${path}`, invocable(template, functionOf(resource)), rateOf(setting!));
  });
}

/** Everything that the public can reach, and with which limits. */
export const routesIn = (template: Template): readonly Route[] => [...httpRoutes(template), ...restRoutes(template)];
