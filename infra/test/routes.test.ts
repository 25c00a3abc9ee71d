import { endpoints, endpointsOf, rooms, routeKeyOf } from '../lib/endpoints';
import { routesIn } from './routes-in';
import { found, functionOf, runners, templates } from './synthesised';

const joined = (value: unknown) => JSON.stringify(value);
const firewalled = templates.filter(([, template]) => found(template, 'AWS::ApiGateway::RestApi').length > 0);
const without = templates.filter((each) => !firewalled.includes(each));

test('both kinds of edge are among the samples', () => {
  expect(firewalled.map(([name]) => name)).toEqual(['yibao-jinan']);
  expect(without.map(([name]) => name)).toEqual(['yibao-demo']);
});

describe.each(templates)('%s', (_, template) => {
  const routes = routesIn(template);
  const routeOf = (key: string) => routes.find((route) => route.key === key);

  test('has the routes of the contract, each once, and no other', () => {
    expect(routes.map(({ key }) => key).sort()).toEqual(endpoints.map(routeKeyOf).sort());
  });

  test.each(rooms.flatMap((room) => endpointsOf(room).map((endpoint) => [routeKeyOf(endpoint), room] as const)))('sends %s to the function of %s', (key, room) => {
    expect(routeOf(key)?.leadsTo).toBe(functionOf(template, room)[0]);
  });

  test.each(endpoints.map((endpoint) => [routeKeyOf(endpoint), endpoint.rate] as const))('lets %s through at the rate of the contract', (key, rate) => {
    expect(routeOf(key)).toMatchObject(rate);
  });

  test('has one function for each room, follower and courier, and the gate where the bureau has a network', () => {
    const gates = found(template, 'AWS::Lambda::Function').filter(([id]) => id.startsWith('BureauGate'));
    expect(found(template, 'AWS::Lambda::Function')).toHaveLength(runners.length + gates.length);
    expect(gates.length).toBeLessThanOrEqual(1);
    expect(new Set(runners.map((runner) => functionOf(template, runner)[0])).size).toBe(runners.length);
  });

  test('gives every function a package of its own', () => {
    const packages = runners.map((runner) => joined(functionOf(template, runner)[1].Properties['Code']));
    expect(new Set(packages).size).toBe(runners.length);
  });

  test('tells the functions where institutions and operators sign in, and no other, their own address, for which assertions must be meant', () => {
    const told = runners.filter((runner) => joined(functionOf(template, runner)[1].Properties['Environment']).includes('TOKEN_ENDPOINT'));
    expect(told.sort()).toEqual(['institution', 'operator']);
    expect(joined(functionOf(template, 'institution')[1].Properties['Environment'])).toContain('/institution/token');
    expect(joined(functionOf(template, 'operator')[1].Properties['Environment'])).toContain('/operator/token');
  });

  test('lets API Gateway call only what a route leads to', () => {
    for (const [, { Properties }] of found(template, 'AWS::Lambda::Permission')) {
      expect(Properties['Principal']).toBe('apigateway.amazonaws.com');
      expect(joined(Properties['SourceArn'])).toContain('execute-api');
    }
  });
});

test('where a bureau has its own domain, nothing older than TLS 1.2 is spoken, and no other address is there', () => {
  const named = templates.flatMap(([, template]) => [...found(template, 'AWS::ApiGateway::DomainName'), ...found(template, 'AWS::ApiGatewayV2::DomainName')].map(([, domain]) => ({ domain, template })));
  expect(named.length).toBeGreaterThan(0);
  for (const { domain, template } of named) {
    expect(joined(domain.Properties)).toContain('"SecurityPolicy":"TLS_1_2"');
    for (const [, api] of [...found(template, 'AWS::ApiGateway::RestApi'), ...found(template, 'AWS::ApiGatewayV2::Api')]) expect(api.Properties['DisableExecuteApiEndpoint']).toBe(true);
  }
});

describe.each(without)('%s, an HTTP API', (_, template) => {
  test('makes the stage after the routes that its settings name', () => {
    const [, stage] = found(template, 'AWS::ApiGatewayV2::Stage')[0]!;
    expect(stage.DependsOn).toEqual(expect.arrayContaining(found(template, 'AWS::ApiGatewayV2::Route').map(([id]) => id)));
  });

  test('hands over payload 2.0', () => {
    for (const [, { Properties }] of found(template, 'AWS::ApiGatewayV2::Integration')) expect(Properties['PayloadFormatVersion']).toBe('2.0');
  });
});

describe.each(firewalled)('%s, a REST API', (_, template) => {
  test('stands behind a firewall that refuses floods and known attacks', () => {
    const [, { Properties }] = found(template, 'AWS::WAFv2::WebACL')[0]!;
    const names = (Properties['Rules'] as { Name: string }[]).map(({ Name }) => Name);
    expect(names).toEqual(['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet', 'TooManyFromOneAddress']);
    expect(joined(found(template, 'AWS::WAFv2::WebACLAssociation')[0]![1].Properties['ResourceArn'])).toContain('/stages/');
  });

  test('keeps neither samples nor tokens in the firewall’s log', () => {
    expect(joined(found(template, 'AWS::WAFv2::WebACL'))).not.toContain('"SampledRequestsEnabled":true');
    expect(found(template, 'AWS::WAFv2::LoggingConfiguration')[0]![1].Properties['RedactedFields']).toEqual([{ SingleHeader: { Name: 'authorization' } }, { QueryString: {} }]);
  });

  test('answers by itself in the words of the contract', () => {
    const answers = found(template, 'AWS::ApiGateway::GatewayResponse').map(([, { Properties }]) => {
      const body = (Properties['ResponseTemplates'] as Record<string, string>)['application/json']!;
      return [Properties['ResponseType'], Properties['StatusCode'], (JSON.parse(body) as { code: string }).code];
    });
    expect(answers).toEqual([
      ['THROTTLED', '429', 'RATE_LIMITED'],
      ['MISSING_AUTHENTICATION_TOKEN', '404', 'ENDPOINT_UNKNOWN'],
      ['REQUEST_TOO_LARGE', '413', 'REQUEST_TOO_LARGE'],
      ['DEFAULT_5XX', '500', 'INTERNAL'],
    ]);
  });

  test('lets no browser keep or sniff its own answers', () => {
    for (const [, { Properties }] of found(template, 'AWS::ApiGateway::GatewayResponse')) {
      expect(Properties['ResponseParameters']).toMatchObject({
        'gatewayresponse.header.X-Content-Type-Options': "'nosniff'",
        'gatewayresponse.header.Strict-Transport-Security': "'max-age=31536000'",
        'gatewayresponse.header.Cache-Control': "'no-store'",
        'gatewayresponse.header.Referrer-Policy': "'no-referrer'",
      });
    }
  });

  test('logs no request as it came', () => {
    expect(joined(found(template, 'AWS::ApiGateway::Stage')[0]![1].Properties['MethodSettings'])).not.toContain('"DataTraceEnabled":true');
  });
});
