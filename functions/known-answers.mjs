/** Proves the cryptography as it is bundled, before a bundle is written. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ENTRY = join(dirname(fileURLToPath(import.meta.url)), 'src/known-answers.ts');

/** `how` are the settings of a bundle. Rejects with SelfTestFailed where a known answer is another. */
export async function proveKnownAnswers({ entryPoints, outdir, outExtension, ...how }) {
  const folder = mkdtempSync(join(tmpdir(), 'known-answers-'));
  try {
    const outfile = join(folder, 'known-answers.mjs');
    await build({ ...how, entryPoints: [ENTRY], outfile, sourcemap: false });
    const { knownAnswers } = await import(pathToFileURL(outfile));
    knownAnswers();
  } catch (error) {
    throw error.name === 'SelfTestFailed' ? new Error(`不是标准里的结果，什么也没有构建 / not what the standard says, nothing was built: ${error.message}`, { cause: error }) : error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
