/** `npm run desk -- …`: the hotline's and the office's desk on the command line, over HTTP. */
import './node-version.mjs';
import { ensureInstalled } from './installed.mjs';

await ensureInstalled();
const { load } = await import('./typescript.mjs');
const { askHidden } = load('hotline/ask-hidden.ts');
process.exitCode = await load('hotline/desk.ts').desk(process.argv.slice(2), { env: process.env, askHidden, print: (line) => console.log(line) });
