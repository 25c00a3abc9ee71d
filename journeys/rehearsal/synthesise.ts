import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const INFRA = resolve(__dirname, '../../infra');

/** What `cdk synth` runs: writes the templates of all bureaus, and the packages of their functions, into the folder. */
export async function synthesise(folder: string): Promise<void> {
  const environment = { ...process.env, CDK_OUTDIR: folder, CDK_DEBUG: 'false' };
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'bin/app.ts'], { cwd: INFRA, env: environment, maxBuffer: 16 * 1024 * 1024 });
}
