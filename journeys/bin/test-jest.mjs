/** Runs the tests of one building with Jest and counts them. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { command, ROOT, tail } from '../../simulator/bin/commands.mjs';

const REPORTS = join(ROOT, '.cache/test');

/** The SDK would otherwise tell in each test that it will want a newer Node one day. */
const ENV = { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', FORCE_COLOR: '0' };

const isOurs = (line) => !/^\s+at .*node_modules|^\s+at .*node:internal/.test(line);

const messageLines = (text, lines) => text.replace(/\u001b\[[0-9;]*m/g, '').split('\n').filter(isOurs).slice(0, lines).join('\n');

const shortened = (path) => path.replace(`${ROOT}/`, '');

function failuresOf({ testResults }) {
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0) return assertionResults.length === 0 && message ? [`● ${shortened(name)}\n${messageLines(message, 30)}`] : [];
    return failed.map(({ fullName, failureMessages }) => `● ${shortened(name)} › ${fullName}\n${messageLines(failureMessages.join('\n'), 25)}`);
  });
}

/** A step that runs one building's tests, so many files at once; a file that cannot be run counts as one failure. */
export const jest = (building, atOnce = 2) => async () => {
  mkdirSync(REPORTS, { recursive: true });
  const report = join(REPORTS, `${building}.json`);
  rmSync(report, { force: true });
  const words = ['node_modules/jest/bin/jest.js', '--selectProjects', building, '-w', String(atOnce), '--passWithNoTests', '--json', '--outputFile', report];
  const { code, output } = await command([process.execPath, ...words], { env: ENV });
  if (!existsSync(report)) return { passed: 0, failed: 1, output: tail(output) };
  const found = JSON.parse(readFileSync(report, 'utf8'));
  const failed = found.numFailedTests + found.numRuntimeErrorTestSuites;
  const passed = found.numPassedTests;
  if (code !== 0 && failed === 0) return { passed, failed: 1, output: tail(output) };
  return { passed, failed, output: failuresOf(found).join('\n\n') };
};
