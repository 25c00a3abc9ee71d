import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Bureau } from '../bureau/bureau';
import { Alarms } from './alarms';
import { Backups } from './backups';
import { BureauGate } from './bureau-gate';
import { ServiceDashboard } from './dashboard';
import { DataKeys } from './data-keys';
import { PushQueues } from './push-queues';
import { Secrets } from './secrets';
import { Service } from './service';
import { StreamFunction } from './stream-function';
import { VoucherTable } from './voucher-table';

/** Commits: the one of this template, and the one deployed before it, to which `bureau:rollback` returns. */
export interface Version {
  readonly now: string | undefined;
  readonly before: string | undefined;
}

interface Props {
  readonly bureau: Bureau;
  readonly bundles: string;
  readonly version?: Version | undefined;
}

/** Everything that one bureau runs. */
export class BureauStack extends Stack {
  constructor(scope: Construct, { bureau, bundles, version }: Props) {
    super(scope, `yibao-${bureau.id}`, {
      env: { account: bureau.account, region: bureau.region },
      description: `Medical insurance voucher service of bureau ${bureau.code}${bureau.demo ? ' (demonstration)' : ''}`,
      terminationProtection: !bureau.demo,
      tags: { bureau: bureau.code, demo: String(bureau.demo) },
    });
    const alarms = new Alarms(this, 'Alarms', { mail: bureau.alarmMail });
    const store = new VoucherTable(this, 'Store', { bureau, alarms });
    const keys = new DataKeys(this, 'DataKeys', { bureau });
    const secrets = new Secrets(this, 'Secrets', { bureau });
    const site = { bureau, alarms, store, keys, secrets, bundles };
    const { edge, rooms } = new Service(this, 'Service', site);
    const activation = rooms.find(({ runner }) => runner === 'activation')!;
    if (bureau.privateNetwork) new BureauGate(this, 'BureauGate', { ...site, network: bureau.privateNetwork, asking: activation });
    const reactions = new StreamFunction(this, 'Reactions', { ...site, follower: 'reactions' });
    const pushes = new StreamFunction(this, 'Pushes', { ...site, follower: 'pushes' });
    const queues = new PushQueues(this, 'Queues', { ...site, pushes: pushes.function }).all;
    new Backups(this, 'Backups', site);
    new ServiceDashboard(this, 'Dashboard', { site, edge, rooms, followers: [reactions, pushes], queues });

    const tell = (id: string, value: string, description: string) => new CfnOutput(this, id, { value, description });
    tell('ServiceUrl', edge.url, `Request domain to enter in the consoles of ${bureau.apps.wechat} (WeChat) and ${bureau.apps.alipay} (Alipay)`);
    tell('TableName', store.table.tableName, 'The table of regions, institutions, vouchers and events');
    tell('KeyProvider', `kms:${keys.arn}`, 'KEY_PROVIDER for npm run keys. Never delete this key: without it sealed values are lost');
    if (version?.now) tell('Version', version.now, 'The commit that is deployed');
    if (version?.before) tell('Before', version.before, 'The commit that was deployed before it');
    if (edge.dnsTarget) tell('DnsTarget', edge.dnsTarget, 'Target of the CNAME record of the domain');
  }
}
