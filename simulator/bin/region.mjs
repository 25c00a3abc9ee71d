/** `npm run region -- list | open | close | set | history`: the regions of the local stack, or of the table that the environment names. */
import './node-version.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { load } = await import('./typescript.mjs');
process.exitCode = await load('stack/region.ts').region(process.argv.slice(2));
