import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bureausNamed } from '../bureau/registry';
import { Assumptions } from '../capacity/assumptions';
import { limitsFor } from '../capacity/limits';
import { billFor } from '../capacity/money';
import { type Costs, dayOf, loadOf, peakOf } from '../capacity/reckon';
import { capacityReport } from '../capacity/report';

const costs = JSON.parse(readFileSync(join(__dirname, '../../docs/capacity/requests.json'), 'utf8')) as Costs;
const jinan = bureausNamed('jinan')[0]!;
const given = (wish: object = {}) => Assumptions.parse({ vouchers: 1_000_000, ...wish });

test('a day is the sum of what people do, and the busiest second follows from it', () => {
  const one = given({ opensPerDay: 0, activationsPerDay: 0, scansPerDay: 0.036, busiestHour: 0.1, peak: 2 });
  const load = loadOf(dayOf(one), costs);
  expect(load.writeUnits).toBe(36_000 * (costs.scan.writeUnits + costs.contact.writeUnits + costs.reaction.writeUnits));
  expect(peakOf(load, one).requests).toBeCloseTo((load.requests * 0.1 * 2) / 3_600);
});

test('the ceiling of the bureau file is the limit where it is the tightest', () => {
  const tight = { ...jinan, ceiling: { read: 12_000, write: 1 } };
  const load = loadOf(dayOf(given()), costs);
  expect(limitsFor(tight, { given: given(), costs, peak: peakOf(load, given()) })[0]).toMatchObject({ name: '表的写入上限', has: 1 });
});

test('the biggest institution is a partition of its own', () => {
  const wish = given({ biggestInstitution: 1, opensPerDay: 0, activationsPerDay: 0 });
  const limits = limitsFor(jinan, { given: wish, costs, peak: peakOf(loadOf(dayOf(wish), costs), wish) });
  expect(limits.map(({ name }) => name).join()).toContain('INST#');
});

test('a REST API costs more than an HTTP API for the same requests, and only it has a firewall to pay', () => {
  const [gateway, waf] = billFor({ requests: 1e6, readUnits: 0, writeUnits: 0 }, { bytes: 0, given: given(), memoryMb: 1024 });
  expect(gateway!.rest).toBeCloseTo(30 * 3.5);
  expect(gateway!.http).toBeCloseTo(30);
  expect(waf).toMatchObject({ http: 0 });
});

test('the report says which limit is met first, and what was assumed', () => {
  const lines = capacityReport(jinan, given({ vouchers: 100_000_000 }), { costs, memoryMb: 1024 }).join('\n');
  expect(lines).toContain('opensPerDay=0.2');
  expect(lines).toMatch(/最先(不够|碰到)的是“/);
});

test('the report names the price list it reckoned with, and says of a Chinese region that it has another', () => {
  const report = (of: typeof jinan) => capacityReport(of, given(), { costs, memoryMb: 1024 }).join('\n');
  expect(report(jinan)).toContain('所用单价（美元，us-east-1）：API Gateway 每百万次 rest 3.5、http 1；');
  expect(report(jinan)).toContain('cn-north-1 不按这些单价计费');
  expect(report(bureausNamed('demo')[0]!)).not.toContain('不按这些单价计费');
});

test.each([{}, { vouchers: 10 }, { vouchers: 'many' }, { vouchers: 1e6, peak: 0 }, { vouchers: 1e6, colour: 1 }])('%j is no wish', (wish) => {
  expect(Assumptions.safeParse(wish).success).toBe(false);
});
