/** `npm start`, `npm run dev`: installs, builds and brings up everything on this computer. */
import './node-version.mjs';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './built.mjs';
import { endCommands, ROOT } from './commands.mjs';
import { ensureInstalled } from './installed.mjs';
import { step } from './steps.mjs';

let stopStack = async () => {};
let leaving = false;

async function leave(code) {
  if (leaving) process.exit(1);
  leaving = true;
  await stopStack();
  endCommands();
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    console.log('\n正在停止 Stopping…');
    void leave(0);
  });
}

/** Calls back once after a flurry of changes below the folders. */
function afterChanges(folders, act) {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(act, 300);
  };
  for (const folder of folders) watch(join(ROOT, folder), { recursive: true }, soon);
}

const again = (name, work) => step(name, work).catch((error) => console.error(error.message));

async function rebuildOnChange(stack) {
  const { watchFunctions } = await import('../../functions/build.mjs');
  let first = true;
  await watchFunctions((errors) => {
    if (!first && errors === 0) void again('服务已重新加载 functions reloaded', () => stack.reload());
    first = false;
  });
  let building = Promise.resolve();
  const build = () => (building = building.then(() => again('网页版 web build', async () => ((await ensureBuilt('h5')) ? '请刷新页面 reload the page' : '没有变化 unchanged'))));
  afterChanges(['miniapp/src', 'miniapp/config', 'shared/src'], build);
}

async function bringUp(words) {
  await step('依赖 packages', async () => ((await ensureInstalled()) ? undefined : '已安装 installed'));
  const { load } = await import('./typescript.mjs');
  const { settingsFrom, startStack, checkPorts, greeting } = load('stack/index.ts');
  const settings = settingsFrom(words);
  await checkPorts(settings.ports);
  const { buildFunctions } = await import('../../functions/build.mjs');
  await step('构建服务 functions', async () => `${(await buildFunctions()).length} Lambda`);
  await step('构建网页版 web build', async () => ((await ensureBuilt('h5')) ? undefined : '已是最新 up to date'));
  let since = performance.now();
  const onStep = (name) => {
    console.log(`✓ ${name}  ${((performance.now() - since) / 1000).toFixed(1)} s`);
    since = performance.now();
  };
  const stack = await startStack({ ...settings, onStep });
  stopStack = stack.stop;
  void stack.died.then((reason) => {
    console.error(`\n${reason}\n正在停止 Stopping…`);
    return leave(1);
  });
  console.log(greeting(stack));
  if (settings.watch) await rebuildOnChange(stack);
}

/** Errors that are sentences for people; others are defects and show where they happened. */
const SENTENCES = new Set(['PortBusy', 'BadOption', 'NotBuilt', 'NoDatabase', 'DataInUse', 'Error']);

try {
  await bringUp(process.argv.slice(2));
} catch (error) {
  if (!leaving) {
    console.error(`\n${SENTENCES.has(error.name) ? error.message : error.stack}`);
    void leave(error.name === 'BadOption' ? 2 : 1);
  }
}
