/** `npm run operators -- list | add | end`: who works at the desk, in the local stack or in the table that the environment names. */
import './node-version.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { load } = await import('./typescript.mjs');
process.exitCode = await load('stack/operators.ts').operators(process.argv.slice(2));
