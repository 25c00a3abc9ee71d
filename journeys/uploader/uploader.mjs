/** What WeChat's uploader says of the compiled mini-program, and of copies that were spoilt on purpose. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, npm, ROOT, tail } from '../../simulator/bin/commands.mjs';

const HERE = join(ROOT, 'journeys/uploader');
const WORKPLACE = join(ROOT, '.cache/uploader');
const EXAMINED = join(WORKPLACE, 'examined');

const lock = (folder) => readFileSync(join(folder, 'package-lock.json'), 'utf8');

/** The uploader's packages, as its own lock names them, apart from the project's. */
async function ensurePackages() {
  if (existsSync(join(WORKPLACE, 'node_modules/.package-lock.json')) && lock(WORKPLACE) === lock(HERE)) return;
  rmSync(WORKPLACE, { recursive: true, force: true });
  mkdirSync(WORKPLACE, { recursive: true });
  cpSync(join(HERE, 'package.json'), join(WORKPLACE, 'package.json'));
  cpSync(join(HERE, 'package-lock.json'), join(WORKPLACE, 'package-lock.json'));
  const { code, output } = await command(npm('ci', '--no-audit', '--no-fund', '--ignore-scripts'), { cwd: WORKPLACE });
  if (code === 0) return;
  rmSync(WORKPLACE, { recursive: true, force: true });
  throw new Error(`npm ci: ${tail(output, 20)}`);
}

const spoil = (path, change) => (bundle) => writeFileSync(join(bundle, path), change(existsSync(join(bundle, path)) ? readFileSync(join(bundle, path), 'utf8') : ''));

const edited = (change) => (text) => JSON.stringify(change(JSON.parse(text)));

/** Name of the case, what is done to the bundle, what must be complained of. */
const CASES = [
  ['the compiled mini-program passes', () => undefined, undefined],
  ['a page that is declared and not there', spoil('app.json', edited((app) => ({ ...app, pages: [...app.pages, 'pages/nowhere/nowhere'] }))), /pages\/nowhere\/nowhere/],
  ['a setting of app.json that there is not', spoil('app.json', edited((app) => ({ ...app, window: { ...app.window, backgroundTextStyle: 'purple' } }))), /backgroundTextStyle/],
  ['a template that is cut off', spoil('pages/home/home.wxml', (text) => `${text}<view`), /unexpected end/],
  ['a style that is cut off', spoil('app.wxss', (text) => `${text}.broken {`), /app\.wxss/],
  ['a picture of 300 kB', spoil('pages/home/big.png', () => 'x'.repeat(300_000)), /IMAGE_AND_AUDIO_LIMIT/],
  ['code that is loaded all at once', spoil('app.json', edited(({ lazyCodeLoading, ...app }) => app)), /LAZYCODE_LOADING_OPEN/],
];

async function complaintsAfter(spoilt) {
  rmSync(EXAMINED, { recursive: true, force: true });
  mkdirSync(EXAMINED, { recursive: true });
  const { miniprogramRoot } = JSON.parse(readFileSync(join(ROOT, 'project.config.json'), 'utf8'));
  cpSync(join(ROOT, 'project.config.json'), join(EXAMINED, 'project.config.json'));
  cpSync(join(ROOT, miniprogramRoot), join(EXAMINED, miniprogramRoot), { recursive: true });
  spoilt(join(EXAMINED, miniprogramRoot));
  const { output } = await command([process.execPath, join(HERE, 'examine.mjs'), EXAMINED, WORKPLACE]);
  const last = output.trimEnd().split('\n').findLast((line) => line.startsWith('['));
  return JSON.parse(last ?? `[${JSON.stringify(tail(output, 5))}]`);
}

const isAsMeant = (complaints, wanted) => (wanted === undefined ? complaints.length === 0 : complaints.some((complaint) => wanted.test(complaint)));

/** A step of `npm test`; needs the built weapp. */
export async function examineUpload() {
  await ensurePackages();
  const wrong = [];
  for (const [name, spoilt, wanted] of CASES) {
    const complaints = await complaintsAfter(spoilt);
    if (!isAsMeant(complaints, wanted)) wrong.push(`● ${name}\n${complaints.join('\n') || 'no complaint'}`);
  }
  return { passed: CASES.length - wrong.length, failed: wrong.length, output: wrong.join('\n\n') };
}
