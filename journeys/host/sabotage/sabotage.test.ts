import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Platform } from '../platform';
import { DEFECTS } from './defects';

interface Outcome {
  readonly defect: string;
  readonly planted: boolean;
  readonly problems: readonly string[];
  readonly stuck?: string;
}

describe.each<Platform>(['weapp', 'alipay'])('compiled %s output', (platform) => {
  let outcomes: ReadonlyMap<string, Outcome>;
  beforeAll(() => {
    const out = execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'run.ts'), platform], { encoding: 'utf8' });
    outcomes = new Map(out.trim().split('\n').map((line) => JSON.parse(line) as Outcome).map((outcome) => [outcome.defect, outcome]));
  }, 300_000);

  test('an untouched copy is walked through without a problem', () => {
    expect(outcomes.get('nothing planted')).toEqual({ defect: 'nothing planted', platform, planted: false, problems: [] });
  });

  test.each(DEFECTS.filter((defect) => (defect.platform ?? platform) === platform))('$name is caught as $caughtAs (QA-1)', ({ name, caughtAs }) => {
    const { planted, problems = [], stuck } = outcomes.get(name) ?? {};
    expect({ name, planted }).toEqual({ name, planted: true });
    if (caughtAs === 'walk') expect(stuck).toBeDefined();
    else expect(problems).toContain(caughtAs);
  });
});
