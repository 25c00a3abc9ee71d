/** `npm run institutions -- list | add | end`: the register of the local stack, or of the table that the environment names. */
import './node-version.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { load } = await import('./typescript.mjs');
process.exitCode = await load('stack/institutions.ts').institutions(process.argv.slice(2));
