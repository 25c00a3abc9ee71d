/** What `npm test` consists of. */
import { ensureBuilt } from '../../simulator/bin/built.mjs';
import { command, tail } from '../../simulator/bin/commands.mjs';
import { examineUpload } from '../uploader/uploader.mjs';
import { jest } from './test-jest.mjs';

const BUILDINGS = ['shared', 'functions', 'miniapp', 'infra', 'simulator', 'journeys'];
const PLATFORMS = ['weapp', 'alipay', 'h5'];

const node = (script, ...words) => [process.execPath, `node_modules/${script}`, ...words];

/** A program that is right when it ends with status 0. */
const check = (words) => async () => {
  const { code, output } = await command(words);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output: tail(output, 60) };
};

const build = (platform) => async () => {
  await ensureBuilt(platform);
  return { passed: 1, failed: 0, output: '' };
};

/** A story waits for half of its time: for clocks, couriers and patience that runs out. */
const STORIES_AT_ONCE = 3;

const light = (name, run, needs = []) => ({ name, run, needs, weight: 1 });
const heavy = (name, run, needs = []) => ({ name, run, needs, weight: 2 });

const STEPS = [
  light('bundles', check([process.execPath, 'functions/build.mjs'])),
  light('lint', check(node('eslint/bin/eslint.js', ...BUILDINGS))),
  ...BUILDINGS.map((building) => light(`types:${building}`, check(node('typescript/bin/tsc', '-p', building)))),
  light('boundaries', check(node('dependency-cruiser/bin/dependency-cruise.mjs', '--no-progress', 'shared', 'functions', 'miniapp/src', 'infra', 'simulator', 'journeys'))),
  light('openapi', check(node('tsx/dist/cli.mjs', 'shared/bin/write-openapi.ts', '--check'))),
  ...PLATFORMS.map((platform) => light(`build:${platform}`, build(platform))),
  light('uploader', examineUpload, ['build:weapp']),
  heavy('unit:shared', jest('shared')),
  heavy('unit:functions', jest('functions')),
  heavy('unit:miniapp', jest('miniapp')),
  heavy('unit:infra', jest('infra'), ['bundles']),
  heavy('unit:simulator', jest('simulator'), ['bundles']),
  heavy('journeys', jest('journeys', STORIES_AT_ONCE), ['bundles', ...PLATFORMS.map((platform) => `build:${platform}`)]),
];

const isMeant = (name, wanted) => name === wanted || name.startsWith(`${wanted}:`);

/** The steps of these names or groups with what they need; all of them where none is named. Throws for a name that is none. */
export function stepsNamed(names) {
  const unknown = names.filter((wanted) => !STEPS.some(({ name }) => isMeant(name, wanted)));
  if (unknown.length > 0) throw new Error(`No step ${unknown.join(', ')}. There are: ${STEPS.map(({ name }) => name).join(', ')}`);
  if (names.length === 0) return STEPS;
  const meant = STEPS.filter(({ name }) => names.some((wanted) => isMeant(name, wanted)));
  const needed = new Set(meant.flatMap(({ name, needs }) => [name, ...needs]));
  return STEPS.filter(({ name }) => needed.has(name));
}
