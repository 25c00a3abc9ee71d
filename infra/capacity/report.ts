import type { Bureau } from '../bureau/bureau';
import type { Assumptions } from './assumptions';
import { type Limit, limitsFor } from './limits';
import { billFor, PRICES_USED } from './money';
import { type Costs, dayOf, loadOf, peakOf, storageOf } from './reckon';

const whole = (value: number) => Math.round(value).toLocaleString('en');
const GB = 1e9;

const NAMES: Readonly<Record<keyof Costs, string>> = {
  activation: '激活',
  signIn: '登录',
  seed: '领取展码密钥',
  contact: '延长展码密钥',
  uses: '查询是否已使用',
  scan: '机构扫码',
  reaction: '记录用码（事件）',
  institutionToken: '机构登录',
};

const limitLine = ({ name, needs, has, from }: Limit) => `  ${((needs / has) * 100).toFixed(0).padStart(5)} %  ${name}：需要 ${whole(needs)}，有 ${whole(has)}（${from}）`;

function verdict([first]: readonly Limit[]): string {
  const { name, needs, has } = first!;
  if (needs <= has) return `最先碰到的是“${name}”，还没有用满：到这个人数的 ${(has / needs).toFixed(1)} 倍时用满。`;
  return `最先不够的是“${name}”：在这个人数的 ${((has / needs) * 100).toFixed(0)} % 时用满。`;
}

/** Everything that `npm run capacity` prints. */
export function capacityReport(bureau: Bureau, given: Assumptions, { costs, memoryMb }: { readonly costs: Costs; readonly memoryMb: number }): readonly string[] {
  const day = dayOf(given);
  const load = loadOf(day, costs);
  const peak = peakOf(load, given);
  const bytes = storageOf(given, costs);
  const bill = billFor(load, { bytes, given, memoryMb });
  const limits = limitsFor(bureau, { given, costs, peak });
  const sum = (edge: 'rest' | 'http') => bill.reduce((total, item) => total + item[edge], 0);
  return [
    `${bureau.name}，${whole(given.vouchers)} 个医保码。假设：${Object.entries(given).map(([name, value]) => `${name}=${value}`).join(' ')}`,
    '一天：',
    ...(Object.entries(day) as [keyof Costs, number][]).map(([name, times]) => `  ${NAMES[name]} ${whole(times)} 次，每次读 ${costs[name].readUnits} 写 ${costs[name].writeUnits} 单位`),
    `  合计 ${whole(load.requests)} 个请求，读 ${whole(load.readUnits)} 写 ${whole(load.writeUnits)} 单位`,
    `最忙的一秒：${whole(peak.requests)} 个请求，读 ${whole(peak.readUnits)} 写 ${whole(peak.writeUnits)} 单位，函数并发 ${whole(peak.requests * (given.millis / 1_000))}`,
    `存储：${whole(bytes / GB)} GB`,
    '离上限：',
    ...limits.map(limitLine),
    verdict(limits),
    '一个月的费用（美元，us-east-1 目录价，仅供比较；中国区域以当地价目为准）：',
    ...bill.map(({ item, rest, http }) => `  ${item}：rest ${whole(rest)}，http ${whole(http)}`),
    `  合计：rest ${whole(sum('rest'))}，http ${whole(sum('http'))}`,
    `  所用单价（美元，us-east-1）：${PRICES_USED}`,
    ...(bureau.region.startsWith('cn-') ? [`  ${bureau.region} 不按这些单价计费，也不收美元：这里没有中国区域的价目，预算请用 amazonaws.cn 各服务的“定价”页（人民币）逐项换算`] : []),
  ];
}
