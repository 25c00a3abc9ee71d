/** `npm run table -- export FOLDER | restore FOLDER`: every row of the local stack, or of the table that the environment names. */
import './node-version.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { load } = await import('./typescript.mjs');
process.exitCode = await load('stack/table.ts').table(process.argv.slice(2));
