import { BUILT_IN_API, bundleOfPlatform } from '../citizen/compiled-hands';
import { pagesOf } from '../host/bundle';
import { filesIn } from '../host/bundle-directory';
import { type Platform } from '../host/platform';
import { ALL_PACKAGES, FIRST_DATA, LAUNCH_AIM, LAUNCH_RATIO, MAIN_PACKAGE } from './budgets';
import { forbiddenIn, foreignAddresses } from './forbidden';
import { compareLaunches } from './launches';
import { install, type Installed, open } from './opened';
import { warmStorage } from './warm';
import { type Package, total, weigh } from './weights';

const HEAVIEST = 10;
const API = process.env['TARO_APP_API'] ?? BUILT_IN_API;

interface Row {
  readonly what: string;
  readonly measured: string;
  readonly budget?: string;
  readonly over?: boolean;
}

const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

const weightRows = (platform: Platform, packages: readonly Package[], empty: readonly Package[]): Row[] => {
  const [main] = packages;
  const bytes = main?.bytes ?? 0;
  const all = total(packages);
  const subs = packages.slice(1).map((each) => ({ what: `  ${each.root}`, measured: kb(each.bytes) }));
  const heaviest = (main?.files ?? []).slice(0, HEAVIEST).map((file) => ({ what: `  main: ${file.path}`, measured: kb(file.bytes) }));
  return [
    { what: 'main package', measured: `${kb(bytes)} (empty page ${kb(total(empty))}, ours ${kb(bytes - total(empty))})`, budget: kb(MAIN_PACKAGE[platform]), over: bytes > MAIN_PACKAGE[platform] },
    ...heaviest,
    ...subs,
    { what: 'all packages', measured: kb(all), budget: kb(ALL_PACKAGES), over: all > ALL_PACKAGES },
  ];
};

const contentRows = (directory: string): Row[] => {
  const files = Object.entries(filesIn(directory));
  const forbidden = files.filter(([file]) => file.endsWith('.js')).flatMap(([file, code]) => forbiddenIn(file, code));
  const foreign = files.flatMap(([file, text]) => foreignAddresses(text, [API]).map((address) => `${file}: ${address}`));
  const words = forbidden.map(({ file, what, text }) => `${file}: ${what}: ${text}`);
  return [
    { what: 'syntax too new, code made from text', measured: String(words.length), budget: '0', over: words.length > 0 },
    { what: 'foreign addresses', measured: String(foreign.length), budget: '0', over: foreign.length > 0 },
    ...[...words, ...foreign].map((each) => ({ what: '', measured: each })),
  ];
};

const dataRows = async (installed: Installed): Promise<Row[]> => {
  const firsts: { path: string; bytes: number }[] = [];
  for (const path of pagesOf(installed.bundle)) {
    const opened = await open(installed, { path, storage: warmStorage(installed.platform) });
    firsts.push({ path, bytes: opened.host.data.entries.find(({ route }) => route === path)?.bytes ?? 0 });
    opened.close();
  }
  const [most = { path: '', bytes: 0 }] = firsts.sort((a, b) => b.bytes - a.bytes);
  return [{ what: `first setData of ${firsts.length} pages, at most`, measured: `${kb(most.bytes)} (${most.path})`, budget: kb(FIRST_DATA), over: most.bytes > FIRST_DATA }];
};

const launchRows = async (product: Installed, empty: Installed): Promise<Row[]> => {
  const { code, text, asked } = await compareLaunches(product, empty);
  const ratio = code / text;
  return [
    { what: 'requests before the code, warm session', measured: String(asked), budget: '0', over: asked > 0 },
    { what: 'launch to code ÷ empty page', measured: `${ratio.toFixed(2)} (${code.toFixed(0)} ms ÷ ${text.toFixed(0)} ms, the fastest, in turn)`, budget: `${LAUNCH_RATIO}, aim ${LAUNCH_AIM}`, over: ratio > LAUNCH_RATIO },
  ];
};

const print = ({ what, measured, budget, over = false }: Row) => console.log(`${over ? '✗' : ' '} ${what.padEnd(42)} ${measured}${budget === undefined ? '' : `  ≤ ${budget}`}`);

/** Prints what a built mini-program weighs and takes; the second word names the folder of the empty page's build. */
const main = async (emptyFolder: string): Promise<void> => {
  let over = false;
  for (const platform of ['weapp', 'alipay'] as const) {
    const directory = bundleOfPlatform(platform);
    const empty = `${emptyFolder}/${platform}`;
    const product = install(directory, platform);
    const rows = [...weightRows(platform, weigh(directory), weigh(empty)), ...contentRows(directory), ...(await dataRows(product)), ...(await launchRows(product, install(empty, platform)))];
    console.log(`\n${platform}`);
    rows.forEach(print);
    over ||= rows.some((row) => row.over);
  }
  if (over) console.log('\nover budget: ✗');
  process.exit(over ? 1 : 0);
};

void main(process.argv[2] ?? '');
