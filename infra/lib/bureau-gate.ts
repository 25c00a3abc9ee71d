import { Duration, Validations } from 'aws-cdk-lib';
import { CfnSecurityGroup } from 'aws-cdk-lib/aws-ec2';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type CfnFunction, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { portOf, type PrivateNetwork } from '../bureau/private-network';
import { KeptLogs } from './kept-logs';
import { packed, type RoomFunction, type Site } from './room-function';

export const GATE = 'bureau-gate';

/** What Lambda needs to put a function into a network; IAM knows none of it by resource. */
const NETWORK_RIGHTS = ['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'];

/**
 * The one way into the bureau's private network: a function that hands sealed messages to the platform's gateway and nowhere else. It alone
 * stands in that network and knows an address of it; it has no table, no keys, no credentials, and nobody but `asking` may call it.
 */
export class BureauGate extends Construct {
  constructor(scope: Construct, id: string, { network, asking, ...site }: Site & { readonly network: PrivateNetwork; readonly asking: RoomFunction }) {
    super(scope, id);
    const logs = new KeptLogs(this, 'Logs', site);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logs.grantWrite(role);
    role.addToPolicy(new PolicyStatement({ actions: NETWORK_RIGHTS, resources: ['*'] }));
    Validations.of(role).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason: 'Lambda asks for its network interfaces without naming a resource.' });
    const gate = new LambdaFunction(this, 'Function', {
      description: `Voucher service, ${GATE}`,
      code: packed(site.bundles, GATE),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.X86_64,
      memorySize: 256,
      timeout: Duration.seconds(10),
      role,
      logGroup: logs,
      environment: { BUREAU_URL: network.url },
    });
    (gate.node.defaultChild as CfnFunction).vpcConfig = { subnetIds: [...network.subnets], securityGroupIds: [this.outwardsOnly(network).attrGroupId] };
    Validations.of(gate).acknowledge(
      { id: 'Serverless-LambdaDLQ', reason: 'Nobody calls it asynchronously: activation waits for the answer.' },
      { id: 'Serverless-LambdaTracing', reason: 'X-Ray does not trace Lambda in the Chinese regions.' },
    );
    asking.lambda.addEnvironment('BUREAU_GATE', gate.functionName);
    asking.lambda.addToRolePolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [gate.functionArn] }));
    const errors = gate.metricErrors({ period: Duration.minutes(1) });
    site.alarms.watch(this, 'Errors', { metric: errors, from: 1, badOfFive: 3, says: 'The gateway of the bureau does not answer', runbook: 'bureau-gate' });
  }

  /** Nothing comes in, and nothing goes out but to the gateway. */
  private outwardsOnly(network: PrivateNetwork): CfnSecurityGroup {
    const { vpc, gateway } = network;
    const port = portOf(network);
    return new CfnSecurityGroup(this, 'Outwards', {
      groupDescription: 'From the voucher service to the gateway of the bureau, nothing else',
      vpcId: vpc,
      securityGroupEgress: [{ ipProtocol: 'tcp', fromPort: port, toPort: port, cidrIp: `${gateway}/32`, description: 'gateway of the bureau' }],
    });
  }
}
