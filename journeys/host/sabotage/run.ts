import { mkdtempSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundleOfPlatform, BUILT_IN_API } from '../../citizen/compiled-hands';
import { filesIn } from '../bundle-directory';
import { type Platform } from '../platform';
import { startProgram } from '../start';
import { DEFECTS, type Files } from './defects';
import { keptCard, walk } from './walk';

/** What became of one planted defect. */
export interface Outcome {
  readonly defect: string;
  readonly platform: Platform;
  /** False where the compiled output no longer has what the defect changes. */
  readonly planted: boolean;
  readonly problems: readonly string[];
  /** Why the person could not go on. */
  readonly stuck?: string;
}

const NOTHING = 'nothing planted';

const copyOf = (files: Files): string => {
  const directory = mkdtempSync(join(tmpdir(), 'sabotage-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  return directory;
};

const storageOf = (platform: Platform): Map<string, string> => {
  const { voucher, seed } = keptCard(Date.now());
  const kept = { card: { voucher: { ...voucher, channel: platform }, seed }, session: { token: 'A'.repeat(43), expiresAt: seed.notAfter } };
  const key = (name: string) => (platform === 'weapp' ? `encrypted ${name}` : name);
  return new Map(Object.entries(kept).map(([name, value]) => [key(name), JSON.stringify(JSON.stringify(value))]));
};

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const goneThrough = async (directory: string, platform: Platform): Promise<Pick<Outcome, 'problems' | 'stuck'>> => {
  const seen: string[] = [];
  let stuck: string | undefined;
  try {
    const program = await startProgram({ platform, directory, storage: storageOf(platform), domains: [BUILT_IN_API], online: false, onProblem: ({ kind }) => void seen.push(kind) });
    await walk(program).catch((cause: unknown) => {
      stuck = messageOf(cause);
    });
    await program.end();
  } catch (cause) {
    stuck = messageOf(cause);
  }
  return { problems: [...new Set(seen)], ...(stuck === undefined ? {} : { stuck: stuck.slice(0, 200) }) };
};

const tried = async (defect: string, platform: Platform, files: Files): Promise<Outcome> => {
  const directory = copyOf(files);
  const planted = JSON.stringify(files) !== JSON.stringify(filesIn(bundleOfPlatform(platform)));
  try {
    return { defect, platform, planted, ...(await goneThrough(directory, platform)) };
  } finally {
    rmSync(directory, { recursive: true });
  }
};

// A program of its own: test runners fail on any rejection that nobody handles, also on one that is expected.
const main = async (platform: Platform) => {
  const files = filesIn(bundleOfPlatform(platform));
  console.log(JSON.stringify(await tried(NOTHING, platform, files)));
  for (const { name, plant } of DEFECTS.filter((defect) => (defect.platform ?? platform) === platform)) console.log(JSON.stringify(await tried(name, platform, plant(files, platform))));
};

void main(process.argv[2] === 'alipay' ? 'alipay' : 'weapp');
