/** `npm run qa -- person | fault | calls | inbox | code`: what testers need beside the running product. */
import './node-version.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { load } = await import('./typescript.mjs');
const { code, out, err } = await load('qa/qa.ts').qa(process.argv.slice(2));
if (out) console.log(out);
if (err) console.error(err);
process.exitCode = code;
