import { PUSH_QUEUE, WAYS } from '@yibao/shared';
import { Template } from 'aws-cdk-lib/assertions';
import { bureau } from '../bureau/bureau';
import { bureausNamed } from '../bureau/registry';
import { sitePlan } from '../lib/site-plan';
import { found, functionOf, runners, stubBundles, target, templates } from './synthesised';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]);

const queueOf = (template: Template, way: string) => found(template, 'AWS::SQS::Queue').find(([id]) => id.startsWith(`Queues${way}Queue`))!;

const mappingOf = (template: Template, way: string) => {
  const [id] = functionOf(template, `courier-${way}` as 'courier-sms');
  return found(template, 'AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) => target(Properties['FunctionName']) === id).map(([, { Properties }]) => Properties);
};

/** Who may do this with the queue. */
const allowed = (template: Template, [action, queue]: readonly [string, string]) =>
  runners.filter((runner) => {
    const role = target(functionOf(template, runner)[1].Properties['Role']);
    const policies = found(template, 'AWS::IAM::Policy').filter(([, { Properties }]) => list(Properties['Roles']).some((each) => target(each) === role));
    const statements = policies.flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: Statement[] }).Statement);
    return statements.some(({ Action, Resource }) => list(Action).includes(action) && list(Resource).some((each) => target(each) === queue));
  });

describe.each(templates)('%s', (_, template) => {
  test.each(WAYS)('%s has a queue in which the order of a voucher stays, and a dead letter queue of the same kind', (way) => {
    const [, { Properties }] = queueOf(template, way);
    expect(Properties).toMatchObject({ FifoQueue: true, ContentBasedDeduplication: true, VisibilityTimeout: PUSH_QUEUE.againSeconds, RedrivePolicy: { maxReceiveCount: PUSH_QUEUE.tries } });
    const dead = target((Properties['RedrivePolicy'] as { deadLetterTargetArn: unknown }).deadLetterTargetArn);
    expect(template.toJSON()['Resources'][dead]).toMatchObject({ Type: 'AWS::SQS::Queue', Properties: { FifoQueue: true, MessageRetentionPeriod: 14 * 86_400 } });
  });

  test.each(WAYS)('%s is told by its own courier, never by more of them than its rate was divided by', (way) => {
    expect(mappingOf(template, way)).toEqual([
      expect.objectContaining({ BatchSize: PUSH_QUEUE.batchSize, ScalingConfig: { MaximumConcurrency: PUSH_QUEUE.couriers }, FunctionResponseTypes: ['ReportBatchItemFailures'], EventSourceArn: { 'Fn::GetAtt': [queueOf(template, way)[0], 'Arn'] } }),
    ]);
    expect(functionOf(template, `courier-${way}`)[1].Properties['Timeout']).toBe(PUSH_QUEUE.timeoutSeconds);
  });

  test.each(WAYS)('errands of %s are left by nobody but those who find out who is told, and taken by its courier alone', (way) => {
    const [queue] = queueOf(template, way);
    expect(allowed(template, ['sqs:SendMessage', queue])).toEqual(way === 'sms' ? ['pushes', 'courier-weapp', 'courier-alipay'] : ['pushes']);
    for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage']) expect(allowed(template, [action, queue])).toEqual([`courier-${way}`]);
  });
});

test('a bureau file says how many messages a second each way may send', () => {
  const { edge: _edge, ...jinan } = bureausNamed('jinan')[0]!;
  const { stacks } = sitePlan({ bureaus: [bureau({ ...jinan, pushRates: { weapp: 100, alipay: 4, sms: 1 } })], bundles: stubBundles() });
  const template = Template.fromStack(stacks[0]!);
  const rests = WAYS.map((way) => (functionOf(template, `courier-${way}`)[1].Properties['Environment'] as { Variables: Record<string, string> }).Variables['REST_MS']);
  expect(rests).toEqual(['20', '500', '2000']);
  expect(() => bureau({ ...jinan, pushRates: { weapp: 0, alipay: 4, sms: 1 } })).toThrow('pushRates.weapp：微信消息每秒至少0.5条');
});
