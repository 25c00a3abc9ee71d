/** `node simulator/bin/synthetic-insured.mjs FILE.csv [COUNT]`: invented insured persons of area 999999, to try `npm run insured:import` with a large file. */
import './node-version.mjs';

const { load } = await import('./typescript.mjs');
const [path, count = '1000000'] = process.argv.slice(2);
await load('stack/synthetic-insured.ts').writeSynthetic(path, Number(count));
