import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { REHEARSED, reportOn } from '../rehearsal/recorded-rights';
import { synthesise } from '../rehearsal/synthesise';

const ROOT = resolve(__dirname, '../..');

/** `npm run rights [-- part of a story's name]`: runs the stories on the rehearsed template and prints the rights that nothing used. */
async function main(stories: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-rights-'));
  try {
    await synthesise(folder);
    const words = ['node_modules/jest/bin/jest.js', '--selectProjects', 'journeys', '-i', '--testPathPatterns', `journeys/stories/.*(${stories.join('|')})`];
    spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, [REHEARSED]: folder } });
    const { total, unused, refused } = reportOn(folder);
    console.log(`\n${unused.length} of ${total} rights were not used. Rights that AWS itself uses (logs, attributes of queues, the key of the table) are not counted.`);
    for (const right of unused) console.log(`  ${right}`);
    if (refused.length > 0) console.log(`\nRefused:\n${refused.map((call) => `  ${call}`).join('\n')}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main(process.argv.slice(2));
