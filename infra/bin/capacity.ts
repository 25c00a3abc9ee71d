import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Misconfigured } from '../bureau/misconfigured';
import { bureausNamed } from '../bureau/registry';
import { Assumptions } from '../capacity/assumptions';
import type { Costs } from '../capacity/reckon';
import { capacityReport } from '../capacity/report';
import { MEMORY_MB } from '../lib/room-function';

/** `npm run capacity -- --vouchers 100000000 [--bureau 370100] [--<assumption> <value>]`: what that many vouchers need, cost, and which limit is met first. */
const names = Object.keys(Assumptions.shape);
const { values } = parseArgs({ options: { bureau: { type: 'string', default: '370100' }, ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) } });

try {
  const { bureau, ...given } = values;
  const read = Assumptions.safeParse(given);
  if (!read.success) throw new Misconfigured(`用法：npm run capacity -- --vouchers 100000000，还可以给：${names.map((name) => `--${name}`).join(' ')}\n${read.error.issues.map(({ path, message }) => `  --${path.join('.')}：${message}`).join('\n')}`);
  const costs = JSON.parse(readFileSync(join(__dirname, '../../docs/capacity/requests.json'), 'utf8')) as Costs;
  for (const line of capacityReport(bureausNamed(bureau)[0]!, read.data, { costs, memoryMb: MEMORY_MB })) console.log(line);
} catch (error) {
  console.error(error instanceof Misconfigured ? error.message : error);
  process.exitCode = 1;
}
