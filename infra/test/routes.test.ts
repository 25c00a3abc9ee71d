import { endpoints, endpointsOf, rooms, routeKeyOf } from '../lib/endpoints';
import { found, functionOf, runners, target, templates } from './synthesised';

const joined = (value: unknown) => JSON.stringify(value);

describe.each(templates)('%s', (_, template) => {
  const routes = found(template, 'AWS::ApiGatewayV2::Route');
  const stage = found(template, 'AWS::ApiGatewayV2::Stage')[0]![1];

  test('has the routes of the contract, each once, and no other', () => {
    expect(routes.map(([, { Properties }]) => Properties['RouteKey']).sort()).toEqual(endpoints.map(routeKeyOf).sort());
  });

  test.each(rooms.flatMap((room) => endpointsOf(room).map((endpoint) => [routeKeyOf(endpoint), room] as const)))('sends %s to the function of %s', (key, room) => {
    const [, route] = routes.find(([, { Properties }]) => Properties['RouteKey'] === key)!;
    const [integrationId, integration] = found(template, 'AWS::ApiGatewayV2::Integration').find(([id]) => joined(route.Properties['Target']).includes(id))!;
    expect(joined(route.Properties['Target'])).toContain(integrationId);
    expect(target(integration.Properties['IntegrationUri'])).toBe(functionOf(template, room)[0]);
    expect(integration.Properties['PayloadFormatVersion']).toBe('2.0');
  });

  test.each(endpoints.map((endpoint) => [routeKeyOf(endpoint), endpoint.rate] as const))('lets %s through at the rate of the contract', (key, { perSecond, burst }) => {
    const settings = stage.Properties['RouteSettings'] as Record<string, unknown>;
    expect(settings[key]).toMatchObject({ ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: burst });
  });

  test('makes the stage after the routes that its settings name', () => {
    expect(stage.DependsOn).toEqual(expect.arrayContaining(routes.map(([id]) => id)));
  });

  test('has one function for each room and one for the reactions', () => {
    expect(found(template, 'AWS::Lambda::Function')).toHaveLength(runners.length);
    expect(new Set(runners.map((runner) => functionOf(template, runner)[0])).size).toBe(runners.length);
  });

  test('gives every function a package of its own', () => {
    const packages = runners.map((runner) => joined(functionOf(template, runner)[1].Properties['Code']));
    expect(new Set(packages).size).toBe(runners.length);
  });

  test('tells the function of institutions, and no other, its own address, for which their assertions must be meant', () => {
    const told = runners.filter((runner) => joined(functionOf(template, runner)[1].Properties['Environment']).includes('TOKEN_ENDPOINT'));
    expect(told).toEqual(['institution']);
    expect(joined(functionOf(template, 'institution')[1].Properties['Environment'])).toContain('/institution/token');
  });

  test('lets API Gateway call only what a route leads to', () => {
    for (const [, { Properties }] of found(template, 'AWS::Lambda::Permission')) {
      expect(Properties['Principal']).toBe('apigateway.amazonaws.com');
      expect(joined(Properties['SourceArn'])).toContain('execute-api');
    }
  });
});
