/**
 * Bundles each Lambda of src/lambda into one ES module in dist/, ready for nodejs20.x and newer.
 * `node functions/build.mjs` builds once and prints the sizes; `--watch` builds again after every change; `--weigh voucher` tells what weighs in a bundle.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, context } from 'esbuild';
import { proveKnownAnswers } from './known-answers.mjs';
import { lean } from './lean.mjs';

const home = dirname(fileURLToPath(import.meta.url));

/** Some CommonJS packages inside the bundles ask for `require`, which an ES module does not have. */
const banner = { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" };

const isEntry = (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts');

const entriesIn = (source) => readdirSync(source).filter(isEntry).sort();

/** How a Lambda is bundled. */
export const settings = (source, outdir, plugins = []) => ({
  entryPoints: entriesIn(source).map((name) => join(source, name)),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Chinese as it is: escaped, each character would be six bytes.
  charset: 'utf8',
  mainFields: ['module', 'main'],
  conditions: ['module', 'import'],
  // The SDK asks whether a body is a stream of the web; asked for by its name, Node would load them all.
  define: { ReadableStream: 'undefined' },
  sourcemap: 'external',
  logLevel: 'warning',
  banner,
  plugins: [...lean, ...plugins],
});

/** Running stacks may be reading dist/, so files are put in place and strangers removed, never the folder. */
function put(outdir, files) {
  mkdirSync(outdir, { recursive: true });
  const wanted = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(outdir)) if (!wanted.has(name)) rmSync(join(outdir, name), { recursive: true });
  for (const { path, contents } of files) writeFileSync(path, contents);
}

/** Bytes that the rooms on the way to a counter may have: they start cold while somebody waits. How: docs/adr/0016-what-a-cold-start-carries.md. */
const BUDGETS = { voucher: 260_000, session: 260_000 };

const packageOf = (input) => /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/.exec(input)?.[1] ?? input.split('/').filter((part) => part !== '..').slice(0, 3).join('/');

/** What a bundle is made of, the heaviest first: `[package or folder, bytes]`. */
export function weights(metafile, name) {
  const output = Object.entries(metafile.outputs).find(([path]) => basename(path) === `${name}.mjs`)[1];
  const sums = new Map();
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) sums.set(packageOf(input), (sums.get(packageOf(input)) ?? 0) + bytesInOutput);
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** The table of what weighs in a bundle. */
export const weightTable = (metafile, name, lines = 20) => weights(metafile, name).slice(0, lines).map(([what, bytes]) => `${kilo(bytes)}  ${what}`).join('\n');

/** Throws with what weighs where a bundle is over its budget. */
export function checkBudgets(sizes, metafile, budgets = BUDGETS) {
  for (const { name, bytes } of sizes) {
    if (bytes > (budgets[name] ?? Infinity)) throw new Error(`${name}.mjs has${kilo(bytes)}, its budget is${kilo(budgets[name])}. What weighs:\n${weightTable(metafile, name)}`);
  }
}

const sizeOf = ({ path, contents }) => ({ name: parse(path).name, bytes: contents.length, gzip: gzipSync(contents).length });

const places = ({ source = join(home, 'src/lambda'), outdir = join(home, 'dist') }) => ({ source, outdir });

/** Builds all bundles afresh; resolves to their names and sizes in bytes. Rejects, and leaves what was there, when a source does not compile or the cryptography has not the answers of the standards. */
export async function buildFunctions(options = {}) {
  const { source, outdir } = places(options);
  if (entriesIn(source).length === 0) throw new Error(`No Lambda entry (*.ts) in ${source}`);
  const { outputFiles, metafile } = await build({ ...settings(source, outdir), write: false, metafile: true });
  const sizes = outputFiles.filter(({ path }) => path.endsWith('.mjs')).map(sizeOf);
  checkBudgets(sizes, metafile);
  await proveKnownAnswers(settings(source, outdir));
  put(outdir, outputFiles);
  if (options.weigh) console.log(`${options.weigh}:\n${weightTable(metafile, options.weigh, 60)}`);
  return sizes;
}

/** Keeps building; `onBuilt(errorCount)` is called after every build. Resolves to a function that ends it. */
export async function watchFunctions(onBuilt, options = {}) {
  const { source, outdir } = places(options);
  const report = { name: 'report', setup: ({ onEnd }) => onEnd(({ errors }) => onBuilt(errors.length)) };
  const watching = await context(settings(source, outdir, [report]));
  await watching.watch();
  return () => watching.dispose();
}

/** The sizes as lines of text, thousands of bytes. */
export const sizeTable = (sizes) =>
  sizes.map(({ name, bytes, gzip }) => `${name.padEnd(16)}${kilo(bytes)}${kilo(gzip)} gzip`).join('\n');

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(11);

async function main() {
  const started = performance.now();
  const weigh = process.argv.includes('--weigh') ? process.argv[process.argv.indexOf('--weigh') + 1] : undefined;
  const sizes = await buildFunctions({ weigh });
  console.log(sizeTable(sizes));
  console.log(`functions/dist: ${sizes.length} bundles in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (process.argv.includes('--watch')) await watchFunctions((errors) => console.log(errors ? `${errors} errors` : 'functions/dist is up to date'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    if (!error.errors) console.error(error.message);
    process.exitCode = 1;
  });
}
