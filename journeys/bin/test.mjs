/**
 * `npm test`: everything that must hold, installed first if needed. `--only a,b` runs a part (and what it needs), e.g. `--only types,lint`.
 * Ends with the line `N passed, N failed`: each test of each runner counts, and each check without tests of its own counts as one.
 */
import '../../simulator/bin/node-version.mjs';
import { endCommands } from '../../simulator/bin/commands.mjs';
import { ensureInstalled } from '../../simulator/bin/installed.mjs';
import { step } from '../../simulator/bin/steps.mjs';
import { runAll } from './test-run.mjs';
import { stepsNamed } from './test-steps.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    endCommands('SIGKILL');
    process.exit(130);
  });
}

function chosen() {
  const at = process.argv.indexOf('--only');
  return at < 0 ? [] : (process.argv[at + 1] ?? '').split(',').filter(Boolean);
}

try {
  const steps = stepsNamed(chosen());
  await step('packages', async () => ((await ensureInstalled()) ? undefined : 'installed'));
  const { passed, failed } = await runAll(steps);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
