/**
 * Has WeChat's own uploader (miniprogram-ci) examine a project, offline: `node examine.mjs FOLDER WORKPLACE`, where the folder holds
 * project.config.json and the built mini-program, and the workplace has the uploader's packages. Prints one line of JSON, the complaints.
 */
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder = '', workplace = ''] = process.argv.slice(2);
const ci = createRequire(resolve(workplace, 'package.json'))('miniprogram-ci');

/** Nobody listens there: the uploader looks for news of itself, and nothing here may ask outside. */
const NOWHERE = 'http://127.0.0.1:9';

/** Our build makes the scripts small, and the tests run them as they are; the uploader shall not change them again. */
const MEANT = new Set(['JS_COMPRESS_OPEN']);

const message = (reason) => String(reason?.message ?? reason).split('\n')[0];

async function quality(project) {
  const found = await ci.checkCodeQuality(project);
  return found.filter(({ name, success }) => !success && !MEANT.has(name)).map(({ name, text }) => `${name}: ${text}`);
}

/** Compiles as an upload would. */
async function compiled(project, setting) {
  await ci.getCompiledResult({ project, version: '0.0.0', desc: 'examined', setting, onProgressUpdate: () => undefined }, join(folder, '..', 'compiled.zip'));
  return [];
}

const complaints = async () => {
  ci.proxy(NOWHERE);
  const project = new ci.Project({ appid: 'touristappid', type: 'miniProgram', projectPath: resolve(folder), privateKey: 'none', attr: async () => ci.DefaultProjectAttr });
  const { setting } = await project.getProjectConfig();
  const told = [];
  for (const check of [compiled, quality]) told.push(...(await check(project, setting).catch((reason) => [message(reason)])));
  return told;
};

const told = await complaints().catch((reason) => [message(reason)]);
process.stdout.write(`\n${JSON.stringify(told)}\n`, () => process.exit(0));
