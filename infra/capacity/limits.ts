import type { Bureau } from '../bureau/bureau';
import { endpoints } from '../lib/endpoints';
import type { Assumptions } from './assumptions';
import { type Costs, dayOf, type Load } from './reckon';

/** Something that can be used up, and how much of it the busiest second needs. */
export interface Limit {
  readonly name: string;
  readonly needs: number;
  readonly has: number;
  /** Where `has` comes from, and what to do when it is too little. */
  readonly from: string;
}

/** DynamoDB, one partition: fixed. */
const PARTITION = { read: 3_000, write: 1_000 };
/** Usual quotas of a new account; both can be raised. */
const CONCURRENCY = 1_000;
const GATEWAY = 10_000;

const rateOf = (path: string) => endpoints.find((endpoint) => endpoint.path === path)!.rate.perSecond;

const BIGGEST = 'INST#（最大的一家机构）';

/** The sample has one institution; in life the biggest takes a share of the scans. */
const partitionOf = (key: string, given: Assumptions) => (key.startsWith('INST#') ? { key: BIGGEST, share: given.biggestInstitution } : { key, share: 1 });

/** The most that one partition, shared by many people, is read in the busiest second. */
function hottest(given: Assumptions, costs: Costs): { readonly key: string; readonly units: number } {
  const factor = (given.busiestHour / 3_600) * given.peak;
  const units = new Map<string, number>();
  for (const [name, times] of Object.entries(dayOf(given)) as [keyof Costs, number][]) {
    for (const [pk, each] of Object.entries(costs[name].shared)) {
      const { key, share } = partitionOf(pk, given);
      units.set(key, (units.get(key) ?? 0) + times * each * share * factor);
    }
  }
  return [...units].map(([key, most]) => ({ key, units: most })).sort((a, b) => b.units - a.units)[0] ?? { key: '', units: 0 };
}

/** Every limit that the load could meet, the tightest first. */
export function limitsFor(bureau: Bureau, { given, costs, peak }: { readonly given: Assumptions; readonly costs: Costs; readonly peak: Load }): readonly Limit[] {
  const perSecond = (perDay: number) => perDay * (given.busiestHour / 3_600) * given.peak;
  const day = dayOf(given);
  const hot = hottest(given, costs);
  const limits: readonly Limit[] = [
    { name: '表的读取上限', needs: peak.readUnits, has: bureau.ceiling.read, from: '部署文件 ceiling.read' },
    { name: '表的写入上限', needs: peak.writeUnits, has: bureau.ceiling.write, from: '部署文件 ceiling.write' },
    { name: `最热的分区 ${hot.key}`, needs: hot.units, has: PARTITION.read, from: 'DynamoDB 每个分区的读取上限，不能提高' },
    { name: '一个人的凭证行（写入）', needs: 1, has: PARTITION.write, from: 'DynamoDB 每个分区的写入上限；每次扫码写被扫的那个码自己的行' },
    { name: 'Lambda 并发', needs: peak.requests * (given.millis / 1_000), has: CONCURRENCY, from: '新账号的通常配额，可以申请提高' },
    { name: 'API Gateway 每秒请求', needs: peak.requests, has: GATEWAY, from: '每个账号和区域的通常配额，可以申请提高' },
    { name: '扫码接口每秒', needs: perSecond(day.scan ?? 0), has: rateOf('/ec/query') + rateOf('/ec/1162'), from: '约定里的接口限速（两个解码接口之和）' },
    { name: '查使用情况接口每秒', needs: perSecond(day.uses ?? 0), has: rateOf('/voucher/uses'), from: '约定里的接口限速' },
    { name: '领密钥接口每秒', needs: perSecond((day.seed ?? 0) + (day.contact ?? 0)), has: rateOf('/voucher/seed'), from: '约定里的接口限速' },
    { name: '登录接口每秒', needs: perSecond(day.signIn ?? 0), has: rateOf('/session'), from: '约定里的接口限速' },
  ];
  return [...limits].sort((a, b) => b.needs / b.has - a.needs / a.has);
}
