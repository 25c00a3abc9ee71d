/** `npm run insured:import -- FILE.csv [--write]`: insured persons of a pilot, into the local stack or the table that the environment names. */
import './node-version.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { load } = await import('./typescript.mjs');
process.exitCode = await load('stack/insured.ts').insured(process.argv.slice(2));
