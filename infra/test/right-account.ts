import { bureausNamed } from '../bureau/registry';
import type { Account, StackState } from '../deployment/account';

export const jinan = bureausNamed('jinan')[0]!;
export const NOW = new Date('2026-11-22T02:00:00.000Z');
export const CERTIFICATE = { status: 'ISSUED', names: ['ybm.jinan.example'], notAfter: new Date('2027-11-22T00:00:00.000Z') };
export const LIVE: StackState = { status: 'UPDATE_COMPLETE', outputs: { ServiceUrl: 'https://ybm.jinan.example', DnsTarget: 'd-x.example', TableName: 'table', Version: 'b'.repeat(40), Before: 'a'.repeat(40) } };

/** An account in which Jinan can be deployed. */
export const rightAccount: Account = {
  identity: async () => ({ account: jinan.account, partition: 'aws-cn' }),
  certificate: async () => CERTIFICATE,
  secretParts: async () => ({ filled: ['wechat', 'alipay', 'sms', 'bureau'], insured: 'platform' }),
  table: async () => undefined,
  quotas: async () => ({ concurrency: 1000, read: 40_000, write: 40_000 }),
  stack: async () => LIVE,
  hasRows: async () => true,
  allowDeletion: async () => undefined,
};
