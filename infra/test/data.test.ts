import { Match } from 'aws-cdk-lib/assertions';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { allBureaus } from '../bureau/registry';
import { found, functionOf, plan, runners, templates } from './synthesised';

describe.each(templates)('%s', (_, template) => {
  test('keeps the table when the stack goes, restores it to any second, and refuses its deletion', () => {
    template.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        Replicas: [Match.objectLike({ DeletionProtectionEnabled: true, PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } })],
      },
    });
  });

  test('has the table that the service expects', () => {
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }, { AttributeName: 'sk', KeyType: 'RANGE' }],
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    });
  });

  test('keeps its keys, without which sealed rows are lost', () => {
    template.allResources('AWS::KMS::Key', { DeletionPolicy: 'Retain', Properties: Match.objectLike({ EnableKeyRotation: true }) });
    template.resourceCountIs('AWS::SecretsManager::Secret', 0);
  });

  test('keeps every log at least 180 days, even after the stack (网络安全法 第二十一条)', () => {
    for (const [, { Properties, DeletionPolicy }] of found(template, 'AWS::Logs::LogGroup')) {
      expect(Properties['RetentionInDays']).toBeGreaterThanOrEqual(180);
      expect(DeletionPolicy).toBe('Retain');
    }
  });

  test('writes who called what into the access log, but neither query nor headers', () => {
    const [stage] = [...found(template, 'AWS::ApiGatewayV2::Stage'), ...found(template, 'AWS::ApiGateway::Stage')].map(([, { Properties }]) => Properties);
    const format = JSON.stringify(stage!['AccessLogSettings'] ?? stage!['AccessLogSetting']);
    expect(format).toMatch(/\$context.(requestId|extendedRequestId)/);
    expect(format).not.toMatch(/querystring|header|authorizer|context\.path/i);
  });

  test.each(runners)('runs %s on x86_64 with its own log, the table and the key of keys', (runner) => {
    expect(functionOf(template, runner)[1].Properties).toMatchObject({
      Architectures: ['x86_64'],
      Handler: 'index.handler',
      Environment: { Variables: { TABLE_NAME: expect.anything(), KEY_PROVIDER: { 'Fn::Join': ['', ['kms:', expect.anything()]] } } },
      LoggingConfig: { LogGroup: expect.anything() },
    });
  });

  const mappings = found(template, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => Properties);

  test('tells reactions and pushes of events, each by itself, in pieces that fail alone, and keeps what failed', () => {
    const streams = mappings.filter(({ StartingPosition }) => StartingPosition !== undefined);
    expect(streams).toHaveLength(2);
    for (const stream of streams) {
      expect(stream).toMatchObject({ BisectBatchOnFunctionError: true, FunctionResponseTypes: ['ReportBatchItemFailures'], MaximumRetryAttempts: 10, DestinationConfig: { OnFailure: expect.anything() } });
    }
  });

  test.each([
    ['AWS/ApiGateway', Match.stringLikeRegexp('^5(xx|XXError)$')],
    ['AWS/ApiGateway', 'Latency'],
    ['AWS/Lambda', 'Errors'],
    ['AWS/Lambda', 'Throttles'],
    ['AWS/Lambda', 'IteratorAge'],
    ['AWS/SQS', 'ApproximateNumberOfMessagesVisible'],
    ['AWS/DynamoDB', 'WriteThrottleEvents'],
  ])('raises an alarm by mail for %s %s', (Namespace, MetricName) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { Namespace, MetricName, AlarmActions: [Match.anyValue()] });
  });

  test('writes only ASCII, since CloudFormation turns the rest into question marks', () => {
    expect(JSON.stringify(template.toJSON()).match(/[^ -~]+/g)).toBeNull();
  });

  test('names no partition in its ARNs, so that the same code serves both', () => {
    const given = allBureaus().flatMap(({ domain }) => domain?.certificateArn ?? []);
    const own = given.reduce((text, arn) => text.replaceAll(arn, ''), JSON.stringify(template.toJSON()));
    expect(own.match(/arn:aws[^"]*/g)).toBeNull();
  });

  test('uses nothing that the Chinese regions lack', () => {
    const types = Object.values((template.toJSON() as { Resources: Record<string, { Type: string }> }).Resources).map(({ Type }) => Type);
    expect(types.filter((type) => /Cognito|XRay|CloudFront|Lambda::Url|Pipes|Shield/.test(type))).toEqual([]);
    expect(JSON.stringify(template.toJSON()).match(/TracingConfig|SnapStart/g)).toBeNull();
  });
});

test('every finding of cdk-nag is acknowledged with a reason', () => {
  expect(() => plan().app.synth()).not.toThrow();
});

test('a finding without a reason stops the synthesis', () => {
  const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { app, stacks } = plan();
  new Queue(stacks[0]!, 'Bare');
  expect(() => app.synth()).toThrow('AwsSolutions-SQS4');
  quiet.mockRestore();
});

test('each bureau lands in its own account and region', () => {
  expect(plan().stacks.map(({ account, region }) => [account, region])).toEqual(allBureaus().map(({ account, region }) => [account, region]));
});
