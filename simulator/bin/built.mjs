/** Builds the mini-program for one platform when its sources changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, npm, ROOT, tail } from './commands.mjs';

const SOURCES = ['miniapp/src', 'miniapp/config', 'miniapp/babel.config.js', 'miniapp/package.json', 'miniapp/tsconfig.json', 'shared/src', 'package-lock.json'];
const STAMPS = join(ROOT, '.cache/built');

const isTest = (path) => /\.test\.tsx?$/.test(path);

function filesIn(path) {
  const whole = join(ROOT, path);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [path];
  return readdirSync(whole).sort().flatMap((name) => filesIn(`${path}/${name}`));
}

/** What the build is made from, as one hash. */
function fingerprint(platform) {
  const hash = createHash('sha256').update(`${platform} ${process.env.TARO_APP_API ?? ''} ${process.versions.node.split('.')[0]}`);
  for (const path of SOURCES.flatMap(filesIn).filter((file) => !isTest(file))) hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

const stampOf = (platform) => join(STAMPS, `${platform}.txt`);

const entryOf = (platform) => join(ROOT, 'miniapp/dist', platform, platform === 'h5' ? 'index.html' : 'app.js');

const isCurrent = (platform, print) => existsSync(entryOf(platform)) && existsSync(stampOf(platform)) && readFileSync(stampOf(platform), 'utf8') === print;

/** Resolves to whether it had to be built. Rejects with the builder's last words. */
export async function ensureBuilt(platform) {
  const print = fingerprint(platform);
  if (isCurrent(platform, print)) return false;
  const { code, output } = await command(npm('run', 'build', '--workspace', 'miniapp', '--', '--type', platform), { env: { NODE_ENV: 'production' } });
  if (code !== 0 || !existsSync(entryOf(platform))) throw new Error(`构建 ${platform} 没有成功 / building ${platform} failed:\n${tail(output)}`);
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stampOf(platform), print);
  return true;
}
