/** `npm run keys -- list | rotate | backfill`: the data keys of the local stack, or of the table that the environment names. */
import './node-version.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { load } = await import('./typescript.mjs');
process.exitCode = await load('stack/keys.ts').keys(process.argv.slice(2));
