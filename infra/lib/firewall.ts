import { ArnFormat, Aws, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { A_MINUTE } from './edge';
import { KeptLogs } from './kept-logs';
import type { Site } from './room-function';

interface Props {
  /** ARN of the stage that it guards. */
  readonly guards: string;
  readonly site: Site;
}

/** Groups of rules that AWS keeps, also in China: known bad addresses, common attacks on web services, probes of known holes. */
const KEPT_BY_AWS = ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'];

/** Requests of one address in five minutes: a hospital's whole house stands behind one. */
const PER_ADDRESS = 10_000;

const metrics = (metricName: string) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName });

const keptRule = (name: string, priority: number): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
  visibilityConfig: metrics(name),
});

const tooManyRule = (priority: number): CfnWebACL.RuleProperty => ({
  name: 'TooManyFromOneAddress',
  priority,
  action: { block: {} },
  statement: { rateBasedStatement: { limit: PER_ADDRESS, aggregateKeyType: 'IP' } },
  visibilityConfig: metrics('TooManyFromOneAddress'),
});

/** AWS WAF before a REST API. Samples of requests are not kept, and what carries tokens is left out of its log. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { guards, site }: Props) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Rules', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      rules: [...KEPT_BY_AWS.map(keptRule), tooManyRule(KEPT_BY_AWS.length)],
      visibilityConfig: metrics(`yibao-${site.bureau.id}`),
    });
    new CfnWebACLAssociation(this, 'Guard', { resourceArn: guards, webAclArn: acl.attrArn });
    // WAF writes only into log groups whose name begins so.
    const logs = new KeptLogs(this, 'Logs', { ...site, logGroupName: `aws-waf-logs-yibao-${site.bureau.id}` });
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [Stack.of(this).formatArn({ service: 'logs', resource: 'log-group', resourceName: logs.logGroupName, arnFormat: ArnFormat.COLON_RESOURCE_NAME })],
      redactedFields: [{ singleHeader: { Name: 'authorization' } }, { queryString: {} }],
    });
    site.alarms.watch(this, 'Blocking', { metric: this.blocked(site), from: 1000, badOfFive: 3, says: 'The firewall refuses many requests: an attack, or a rule that is too strict', runbook: 'firewall' });
  }

  private blocked({ bureau }: Site) {
    return new Metric({ namespace: 'AWS/WAFV2', metricName: 'BlockedRequests', dimensionsMap: { WebACL: `yibao-${bureau.id}`, Region: Aws.REGION, Rule: 'ALL' }, statistic: 'Sum', period: A_MINUTE });
  }
}
