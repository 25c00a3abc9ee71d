import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Bureau } from './bureau';
import { Misconfigured } from './misconfigured';

/** Where the bureau files lie: one for each deployment, named by the bureau's code. */
export const BUREAU_FILES = join(__dirname, '../bureaus');

const load = createRequire(__filename);

const isFile = (name: string) => /^\d{6}\.ts$/.test(name);

/** A bureau file exports one thing: its bureau. */
function read(name: string): Bureau {
  const [bureau, ...others] = Object.values(load(join(BUREAU_FILES, name)) as Record<string, Bureau>);
  if (!bureau || others.length > 0) throw new Misconfigured(`infra/bureaus/${name} 应当只导出一个部署`);
  if (`${bureau.code}.ts` !== name) throw new Misconfigured(`infra/bureaus/${name} 里的行政区划代码是 ${bureau.code}，文件名应为 ${bureau.code}.ts`);
  return bureau;
}

/** Every bureau that this repository deploys. Throws Misconfigured with a Chinese sentence for every wrong field. */
export const allBureaus = (): readonly Bureau[] => readdirSync(BUREAU_FILES).filter(isFile).sort().map(read);

/** The bureau with this code or deployment name; without one, all of them. */
export function bureausNamed(name: string | undefined): readonly Bureau[] {
  const bureaus = allBureaus();
  if (name === undefined) return bureaus;
  const found = bureaus.filter(({ id, code }) => id === name || code === name);
  if (found.length === 0) throw new Misconfigured(`没有“${name}”的部署，现有：${bureaus.map(({ id, code }) => `${code}（${id}）`).join('、')}`);
  return found;
}
