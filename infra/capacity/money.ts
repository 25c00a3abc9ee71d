import type { Assumptions } from './assumptions';
import type { Load } from './reckon';

/** List prices in US dollars of us-east-1; the prices of the Chinese regions are in yuan and differ: compare before a decision. */
const PRICE = {
  httpApiPerMillion: 1,
  restApiPerMillion: 3.5,
  wafPerMillion: 0.6,
  wafPerMonth: 5 + 4,
  lambdaPerMillion: 0.2,
  lambdaPerGbSecond: 0.000_016_666_7,
  readPerMillion: 0.125,
  writePerMillion: 0.625,
  storagePerGb: 0.25,
  pitrPerGb: 0.2,
  logPerGb: 0.5,
};

/** The prices reckoned with, to be shown beside the result. */
export const PRICES_USED = [
  `API Gateway 每百万次 rest ${PRICE.restApiPerMillion}、http ${PRICE.httpApiPerMillion}`,
  `WAF 每百万次 ${PRICE.wafPerMillion}、每月 ${PRICE.wafPerMonth}`,
  `Lambda 每百万次 ${PRICE.lambdaPerMillion}、每 GB·秒 ${PRICE.lambdaPerGbSecond}`,
  `DynamoDB 按需每百万单位读 ${PRICE.readPerMillion}、写 ${PRICE.writePerMillion}，每 GB·月存储 ${PRICE.storagePerGb}、时间点恢复 ${PRICE.pitrPerGb}`,
  `日志每 GB ${PRICE.logPerGb}`,
].join('；');

/** An access line and the function’s own lines, for one request. */
const LOG_BYTES = 700;
const DAYS = 30;
const MILLION = 1e6;
const GB = 1e9;

export interface Bill {
  readonly item: string;
  /** Dollars a month. */
  readonly rest: number;
  readonly http: number;
}

/** What a month costs at either edge. */
export function billFor(day: Load, { bytes, given, memoryMb }: { readonly bytes: number; readonly given: Assumptions; readonly memoryMb: number }): readonly Bill[] {
  const millions = (day.requests * DAYS) / MILLION;
  const gbSeconds = day.requests * DAYS * (given.millis / 1_000) * (memoryMb / 1_024);
  const both = (item: string, dollars: number): Bill => ({ item, rest: dollars, http: dollars });
  return [
    { item: 'API Gateway', rest: millions * PRICE.restApiPerMillion, http: millions * PRICE.httpApiPerMillion },
    { item: 'WAF', rest: millions * PRICE.wafPerMillion + PRICE.wafPerMonth, http: 0 },
    both('Lambda', millions * PRICE.lambdaPerMillion + gbSeconds * PRICE.lambdaPerGbSecond),
    both('DynamoDB 读写', ((day.readUnits * PRICE.readPerMillion + day.writeUnits * PRICE.writePerMillion) * DAYS) / MILLION),
    both('DynamoDB 存储和备份', (bytes / GB) * (PRICE.storagePerGb + PRICE.pitrPerGb)),
    both('日志', ((day.requests * DAYS * LOG_BYTES) / GB) * PRICE.logPerGb),
  ];
}
