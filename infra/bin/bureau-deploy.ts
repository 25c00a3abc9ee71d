import { parseArgs } from 'node:util';
import { deploy } from '../deployment/deploy';
import { bureauIn, command } from './hands';

/** `npm run bureau:deploy -- <code> [--dry-run] [--yes]` */
const { values, positionals } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } }, allowPositionals: true });

void command(
  () => bureauIn(positionals, 'npm run bureau:deploy -- 370100 [--dry-run] [--yes]'),
  (bureau, hands) => deploy(bureau, { dryRun: values['dry-run'], yes: values.yes }, hands),
);
