import { Template } from 'aws-cdk-lib/assertions';
import { bureau } from '../bureau/bureau';
import { allBureaus } from '../bureau/registry';
import { GATE } from '../lib/bureau-gate';
import { sitePlan } from '../lib/site-plan';
import { found, stubBundles, target, templates } from './synthesised';

const NETWORK = { vpc: 'vpc-0123456789abcdef0', subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'], url: 'https://10.1.2.3:8443/fsi', gateway: '10.1.2.3' };

/** Both partitions, each with both edges. */
const networked = allBureaus().flatMap(({ privateNetwork: _none, ...file }) => (['rest', 'http'] as const).map((edge) => bureau({ ...file, id: `${file.id}-${edge}`, edge, privateNetwork: NETWORK })));

const plans = networked.map((one) => {
  const { app, stacks } = sitePlan({ bureaus: [one], bundles: stubBundles() });
  return [`${one.region} ${one.edge}`, Template.fromStack(stacks[0]!), app] as const;
});

type Properties = Readonly<Record<string, unknown>>;

const functions = (template: Template): readonly (Properties & { readonly id: string; readonly runner: string })[] =>
  found(template, 'AWS::Lambda::Function').map(([id, { Properties }]) => ({ ...Properties, id, runner: String(Properties['Description']).replace('Voucher service, ', '') }));

const saying = (template: Template, text: string) => functions(template).filter((each) => JSON.stringify(each).includes(text)).map(({ runner }) => runner);

describe.each(plans)('%s, a platform within the bureau’s network', (_, template, app) => {
  const gate = functions(template).find(({ runner }) => runner === GATE)!;

  test('only the gate stands in that network, and goes to its gateway alone', () => {
    expect(functions(template).filter((each) => each['VpcConfig'] !== undefined)).toEqual([gate]);
    const groups = found(template, 'AWS::EC2::SecurityGroup');
    expect(gate['VpcConfig']).toEqual({ SubnetIds: NETWORK.subnets, SecurityGroupIds: [{ 'Fn::GetAtt': [groups[0]![0], 'GroupId'] }] });
    expect(groups.map(([, { Properties }]) => [Properties['VpcId'], Properties['SecurityGroupIngress'], Properties['SecurityGroupEgress']])).toEqual([
      [NETWORK.vpc, undefined, [expect.objectContaining({ IpProtocol: 'tcp', FromPort: 8443, ToPort: 8443, CidrIp: '10.1.2.3/32' })]],
    ]);
    expect(found(template, 'AWS::EC2::SecurityGroupEgress')).toEqual([]);
  });

  test('only the gate knows an address of it', () => {
    expect(saying(template, '10.1.2.3')).toEqual([GATE]);
    expect(saying(template, 'BUREAU_URL')).toEqual([GATE]);
  });

  test('only activation may call the gate, and knows it', () => {
    const callers = found(template, 'AWS::IAM::Policy').filter(([, { Properties }]) => JSON.stringify(Properties['PolicyDocument']).includes('lambda:InvokeFunction'));
    const activation = functions(template).find(({ runner }) => runner === 'activation')!;
    expect(callers.map(([, { Properties }]) => (Properties['Roles'] as unknown[]).map(target))).toEqual([[target(activation['Role'])]]);
    expect(JSON.stringify(callers)).toContain(`{"Action":"lambda:InvokeFunction","Effect":"Allow","Resource":{"Fn::GetAtt":["${gate.id}","Arn"]}}`);
    expect(saying(template, 'BUREAU_GATE')).toEqual(['activation']);
    expect(found(template, 'AWS::Lambda::Permission').filter(([, { Properties }]) => target(Properties['FunctionName']) === gate.id)).toEqual([]);
  });

  test('the gate has neither table nor keys nor credentials', () => {
    expect(gate['Environment']).toEqual({ Variables: { BUREAU_URL: NETWORK.url } });
    const policies = found(template, 'AWS::IAM::Policy').filter(([, { Properties }]) => (Properties['Roles'] as unknown[]).some((role) => target(role) === target(gate['Role'])));
    expect(JSON.stringify(policies)).not.toMatch(/dynamodb|kms|secretsmanager|sqs|lambda:/);
  });

  test('every finding of cdk-nag is acknowledged with a reason', () => {
    expect(() => app.synth()).not.toThrow();
  });
});

test.each(templates.filter(([name]) => name === 'yibao-demo'))('%s without such a network has no function in any network and no gate', (_, template) => {
  expect(functions(template).filter((each) => each['VpcConfig'] !== undefined)).toEqual([]);
  expect(saying(template, 'BUREAU_')).toEqual([]);
});

test.each<[object, string]>([
  [{ vpc: '10.0.0.0/16' }, 'privateNetwork.vpc：VPC 编号写法如 vpc-0123456789abcdef0'],
  [{ subnets: [NETWORK.subnets[0]] }, 'privateNetwork.subnets：请填写至少两个不同可用区的子网'],
  [{ gateway: '8.8.8.8' }, 'privateNetwork.gateway：前置机应为一个内网 IPv4 地址，如 10.1.2.3'],
  [{ gateway: '10.0.0.0/8' }, 'privateNetwork.gateway：前置机应为一个内网 IPv4 地址，如 10.1.2.3'],
  [{ gateway: '10.1.2.4' }, 'privateNetwork.url：平台地址里的 IP 和前置机 gateway 不一致'],
  [{ url: 'http://10.1.2.3/' }, 'privateNetwork.url：平台地址应以 https:// 开头，如 https://10.1.2.3:8443/fsi'],
])('%j is refused with a sentence', (wrong, sentence) => {
  const { privateNetwork: _none, ...file } = allBureaus()[0]!;
  expect(() => bureau({ ...file, privateNetwork: { ...NETWORK, ...wrong } })).toThrow(sentence);
});
