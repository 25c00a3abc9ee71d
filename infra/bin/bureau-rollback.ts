import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { rollback } from '../deployment/rollback';
import { bureauIn, command } from './hands';

/** `npm run bureau:rollback -- <code> [--to <commit>] [--dry-run]` */
const { values, positionals } = parseArgs({ options: { to: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } }, allowPositionals: true });

void command(
  () => bureauIn(positionals, 'npm run bureau:rollback -- 370100 [--to 提交号] [--dry-run]'),
  (bureau, hands) => rollback(bureau, { to: values.to, dryRun: values['dry-run'], temporary: tmpdir() }, hands),
);
