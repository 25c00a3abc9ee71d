/** Plants wrong vectors and wrong cryptography into bundles, and prints as JSON what a build and a cold start say of each. For the test of the self-tests. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { settings } from '../build.mjs';
import { proveKnownAnswers } from '../known-answers.mjs';

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '../src');

/** A file as it is, but for the first place of a text. */
const planted = (file, text, instead) => ({
  name: 'planted',
  setup({ onLoad }) {
    onLoad({ filter: new RegExp(`/${file.replace('.', '\\.')}$`) }, ({ path }) => {
      const before = readFileSync(path, 'utf8');
      if (!before.includes(text)) throw new Error(`${file} has no ${text}`);
      return { contents: before.replace(text, instead), loader: file.endsWith('.json') ? 'json' : 'ts' };
    });
  },
});

const how = (folder, plants) => {
  const given = settings(join(SOURCE, 'lambda'), folder);
  return { ...given, plugins: [...plants, ...given.plugins] };
};

const saying = (act) => act().then(() => 'proved', ({ name, message, cause }) => `${cause?.name ?? name}: ${cause?.message ?? message}`);

/** A digit of each known answer, changed. */
const VECTORS = [
  ['sm.vectors.json', '66c7f0f4', '66c7f0f5'],
  ['sm.vectors.json', 'debe9ff9', 'debe9ff8'],
  ['sm.vectors.json', 'ca05e144', 'ca05e145'],
  ['sm.vectors.json', 'c69fe91b', 'c69fe91c'],
  ['sm.vectors.json', '681edf34', '681edf35'],
  ['sm.vectors.json', '595298c7', '595298c8'],
  ['sm.vectors.json', '78ebb11c', '78ebb11d'],
  ['sm.vectors.json', 'ac3236cb', 'ac3236cc'],
  ['sm.vectors.json', 'b2e14c5c', 'b2e14c5d'],
  ['sm.vectors.json', 'f0b43e94', 'f0b43e95'],
  ['sm.vectors.json', 'f5a03b06', 'f5a03b07'],
  ['sm.vectors.json', 'b1b6aa29', 'b1b6aa28'],
  ['sm.vectors.json', 'encryption standard', 'encryption standart'],
  ['envelope.vectors.json', '59806265', '59806266'],
  ['envelope.vectors.json', 'C8A595B2', 'C8A595B3'],
  ['envelope.vectors.json', '645d8724', '645d8725'],
  ['envelope.vectors.json', 'gL3v4x', 'gL3v4y'],
  ['code.vectors.json', '"814095"', '"814096"'],
  ['code.vectors.json', '4249876543210928222164350000', '4249876543210928222165350000'],
];

/** Functions, and cryptography that computes something else. */
const STARTS = [
  ['region', 'native-engine.ts', "createHash('sm3')", "createHash('sha256')"],
  ['session', 'native-engine.ts', 'createCipheriv(`sm4-${mode}`, key, iv)', "createCipheriv(`sm4-${mode}`, mode === 'ctr' ? iv : key, iv)"],
  ['voucher', 'otp.ts', '10 ** digits', '(10 ** digits - 1)'],
  ['notice', 'sm2.ts', "userId: '1234567812345678'", "userId: ''"],
  ['activation', 'envelope.ts', '.toUpperCase()', '.toLowerCase()'],
];

async function coldStart(folder, [room, file, text, instead]) {
  const { entryPoints, outdir, outExtension, ...rest } = how(folder, [planted(file, text, instead)]);
  const outfile = join(folder, `${room}.mjs`);
  await build({ ...rest, entryPoints: [join(SOURCE, `lambda/${room}.ts`)], outfile, sourcemap: false });
  return saying(() => import(pathToFileURL(outfile)));
}

const folder = mkdtempSync(join(tmpdir(), 'try-known-answers-'));
try {
  const builds = {};
  for (const [file, text, instead] of VECTORS) builds[`${file} ${text}`] = await saying(() => proveKnownAnswers(how(folder, [planted(file, text, instead)])));
  const starts = {};
  for (const start of STARTS) starts[`${start[0]}: ${start[1]}`] = await coldStart(folder, start);
  console.log(JSON.stringify({ builds, starts }));
} finally {
  rmSync(folder, { recursive: true });
}
