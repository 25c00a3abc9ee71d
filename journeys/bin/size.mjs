/** `npm run size`: what the mini-program weighs and how soon it shows the code, against an empty Taro page built with the same settings. Fails over budget. */
import '../../simulator/bin/node-version.mjs';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../simulator/bin/built.mjs';
import { command, ROOT, tail } from '../../simulator/bin/commands.mjs';
import { ensureInstalled } from '../../simulator/bin/installed.mjs';
import { step } from '../../simulator/bin/steps.mjs';

const EMPTY = join(ROOT, '.cache/size/empty');

/** A Taro project beside the product's: its settings, one page. */
function layOut() {
  rmSync(EMPTY, { recursive: true, force: true });
  mkdirSync(EMPTY, { recursive: true });
  for (const part of ['config', 'babel.config.js', 'package.json']) cpSync(join(ROOT, 'miniapp', part), join(EMPTY, part), { recursive: true });
  cpSync(join(ROOT, 'journeys/size/empty'), join(EMPTY, 'src'), { recursive: true });
}

async function buildEmpty(platform) {
  const { code, output } = await command([process.execPath, join(ROOT, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', platform], { cwd: EMPTY, env: { NODE_ENV: 'production' } });
  if (code !== 0) throw new Error(tail(output));
}

try {
  await step('packages', async () => ((await ensureInstalled()) ? undefined : 'installed'));
  layOut();
  for (const platform of ['weapp', 'alipay']) {
    await step(`build ${platform}`, () => ensureBuilt(platform).then((built) => (built ? undefined : 'unchanged')));
    await step(`build an empty page for ${platform}`, () => buildEmpty(platform));
  }
  const { code, output } = await command([process.execPath, 'node_modules/tsx/dist/cli.mjs', 'journeys/size/print.ts', join(EMPTY, 'dist')]);
  console.log(output);
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
