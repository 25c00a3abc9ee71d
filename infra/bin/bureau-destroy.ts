import { parseArgs } from 'node:util';
import { destroy } from '../deployment/destroy';
import { bureauIn, command } from './hands';

/** `npm run bureau:destroy -- <code> --confirm <code> [--confirm-with-data <code>]` */
const { values, positionals } = parseArgs({ options: { confirm: { type: 'string' }, 'confirm-with-data': { type: 'string' } }, allowPositionals: true });

void command(
  () => bureauIn(positionals, 'npm run bureau:destroy -- 370100 --confirm 370100 [--confirm-with-data 370100]'),
  (bureau, hands) => destroy(bureau, { confirm: values.confirm, confirmData: values['confirm-with-data'] }, hands),
);
