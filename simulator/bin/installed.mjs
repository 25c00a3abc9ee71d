/** Installs what package-lock.json names, if that is not what node_modules holds. Node's built-ins only. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, npm, ROOT, tail } from './commands.mjs';

const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules/.installed-lock');
/** npm's own record of what it installed. */
const RECORD = join(ROOT, 'node_modules/.package-lock.json');

const wanted = () => createHash('sha256').update(readFileSync(LOCK)).digest('hex');

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether the record has every package of the lock; packages for other systems may be missing. */
function recordAgrees() {
  const installed = packagesIn(RECORD);
  const isThere = ([path, { version, optional, link }]) => optional || link || !path.includes('node_modules/') || installed[path]?.version === version;
  return Object.entries(packagesIn(LOCK)).every(isThere);
}

const isInstalled = () => existsSync(RECORD) && ((existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted()) || recordAgrees());

/** Resolves to whether something had to be installed. Rejects with npm's last words. */
export async function ensureInstalled() {
  const needed = !isInstalled();
  if (needed) {
    const { code, output } = await command(npm('ci', '--no-audit', '--no-fund'));
    if (code !== 0) throw new Error(`npm ci 没有成功，请检查网络后再试。npm ci failed:\n${tail(output, 20)}`);
  }
  writeFileSync(STAMP, wanted());
  return needed;
}
