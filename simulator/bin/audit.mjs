/** `npm run audit -- verify [--voucher ID] [--against FILE]` and `anchor FILE`: checks the audit trails of the local stack, or of the table that the environment names. */
import './node-version.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { load } = await import('./typescript.mjs');
process.exitCode = await load('stack/audit.ts').audit(process.argv.slice(2));
