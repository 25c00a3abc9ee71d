import type { Template } from 'aws-cdk-lib/assertions';
import { found, target } from './synthesised';

/** A route of either kind of edge. */
export interface Route {
  /** e.g. `POST /voucher/seed` */
  readonly key: string;
  /** Logical id of the function to which it leads. */
  readonly leadsTo: string;
  readonly perSecond: number;
  readonly burst: number;
}

const joined = (value: unknown) => JSON.stringify(value);

function httpRoutes(template: Template): Route[] {
  const settings = found(template, 'AWS::ApiGatewayV2::Stage')[0]?.[1].Properties['RouteSettings'] as Record<string, { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }>;
  return found(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
    const key = String(Properties['RouteKey']);
    const [, integration] = found(template, 'AWS::ApiGatewayV2::Integration').find(([id]) => joined(Properties['Target']).includes(id))!;
    return { key, leadsTo: target(integration.Properties['IntegrationUri']), perSecond: settings[key]!.ThrottlingRateLimit, burst: settings[key]!.ThrottlingBurstLimit };
  });
}

interface MethodSetting {
  readonly HttpMethod: string;
  readonly ResourcePath: string;
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

/** The path of a resource of a REST API, from the parts of its parents. */
function pathOf(template: Template, reference: unknown): string {
  const resource = found(template, 'AWS::ApiGateway::Resource').find(([id]) => id === target(reference));
  if (!resource) return '';
  const { ParentId, PathPart } = resource[1].Properties;
  return `${pathOf(template, ParentId)}/${String(PathPart)}`;
}

function restRoutes(template: Template): Route[] {
  const settings = (found(template, 'AWS::ApiGateway::Stage')[0]?.[1].Properties['MethodSettings'] ?? []) as MethodSetting[];
  return found(template, 'AWS::ApiGateway::Method').map(([, { Properties }]) => {
    const [method, path] = [String(Properties['HttpMethod']), pathOf(template, Properties['ResourceId'])];
    const [, functionId = ''] = /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(joined((Properties['Integration'] as { Uri: unknown }).Uri)) ?? [];
    const setting = settings.find(({ HttpMethod, ResourcePath }) => HttpMethod === method && ResourcePath === `/${path.replace(/\//g, '~1')}`);
    return { key: `${method} ${path}`, leadsTo: functionId, perSecond: setting!.ThrottlingRateLimit, burst: setting!.ThrottlingBurstLimit };
  });
}

/** Everything that the public can reach. */
export const routesIn = (template: Template): readonly Route[] => [...httpRoutes(template), ...restRoutes(template)];
