/**
 * Bundles each Lambda of src/lambda into one ES module in dist/, ready for nodejs20.x and newer.
 * `node functions/build.mjs` builds once and prints the sizes; `--watch` builds again after every change.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, context } from 'esbuild';

const home = dirname(fileURLToPath(import.meta.url));

/** In Lambda the credentials are in the environment; the SDK's chain of other sources would be a third of the bundle. */
const credentialsFromEnvironment = {
  name: 'credentials-from-environment',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path }) => ({ path, namespace: 'environment' }));
    onLoad({ filter: /.*/, namespace: 'environment' }, () => ({
      contents: `export const defaultProvider = () => async () => ({
        accessKeyId: process.env.AWS_ACCESS_KEY_ID,
        secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
        sessionToken: process.env.AWS_SESSION_TOKEN,
      });`,
    }));
  },
};

/** Only defines things, without saying so in its package.json: bundles that do not sign with SM2 shall not carry it. */
const smCryptoOnlyWhereUsed = {
  name: 'sm-crypto-only-where-used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^sm-crypto-v2$/ }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === 'found') return undefined;
      return { ...(await resolve(path, { importer: asked.importer, resolveDir: asked.resolveDir, kind: asked.kind, pluginData: 'found' })), sideEffects: false };
    });
  },
};

/** Some CommonJS packages inside the bundles ask for `require`, which an ES module does not have. */
const banner = { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" };

const isEntry = (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts');

const entriesIn = (source) => readdirSync(source).filter(isEntry).sort();

const settings = (source, outdir, plugins = []) => ({
  entryPoints: entriesIn(source).map((name) => join(source, name)),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  conditions: ['module', 'import'],
  sourcemap: 'external',
  logLevel: 'warning',
  banner,
  plugins: [credentialsFromEnvironment, smCryptoOnlyWhereUsed, ...plugins],
});

/** Running stacks may be reading dist/, so files are put in place and strangers removed, never the folder. */
function put(outdir, files) {
  mkdirSync(outdir, { recursive: true });
  const wanted = new Set(files.map(({ path }) => basename(path)));
  for (const name of readdirSync(outdir)) if (!wanted.has(name)) rmSync(join(outdir, name), { recursive: true });
  for (const { path, contents } of files) writeFileSync(path, contents);
}

const sizeOf = ({ path, contents }) => ({ name: parse(path).name, bytes: contents.length, gzip: gzipSync(contents).length });

const places = ({ source = join(home, 'src/lambda'), outdir = join(home, 'dist') }) => ({ source, outdir });

/** Builds all bundles afresh; resolves to their names and sizes in bytes. Rejects when a source does not compile. */
export async function buildFunctions(options = {}) {
  const { source, outdir } = places(options);
  if (entriesIn(source).length === 0) throw new Error(`No Lambda entry (*.ts) in ${source}`);
  const { outputFiles } = await build({ ...settings(source, outdir), write: false });
  put(outdir, outputFiles);
  return outputFiles.filter(({ path }) => path.endsWith('.mjs')).map(sizeOf);
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
  const sizes = await buildFunctions();
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
