import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type Platform } from './platform';
import { startProgram } from './start';

const platforms: Platform[] = ['weapp', 'alipay'];

describe.each(platforms)('a defect planted in a %s bundle is caught:', (platform) => {
  const afterTap = async (selector: string, wait = 0) => {
    const program = await startProgram({ platform, directory: join(__dirname, 'fixture', platform), entry: { path: 'pages/defects/defects' } });
    await program.page.tap(selector);
    await program.host.advance(wait);
    const shown = program.page.text('#kind');
    await program.end();
    expect(() => program.host.problems.expectNone()).toThrow('the app had problems');
    return { problems: program.host.problems.take(), shown };
  };

  test('a global of browsers', async () => {
    const { problems } = await afterTap('#global');
    expect(problems).toMatchObject([{ kind: 'missing-global', text: expect.stringContaining('document is not defined') }]);
  });

  test('an error that nobody catches', async () => {
    const { problems } = await afterTap('#throws');
    expect(problems).toMatchObject([{ kind: 'uncaught-error', text: expect.stringContaining('planted') }]);
  });

  test('an error in a timer', async () => {
    const { problems } = await afterTap('#late', 10);
    expect(problems).toMatchObject([{ kind: 'uncaught-error', where: 'timer' }]);
  });

  test('code made from text, even if the app survives it', async () => {
    const { problems, shown } = await afterTap('#evals');
    expect(shown).toBe('EvalError');
    expect(problems).toMatchObject([{ kind: 'forbidden-eval' }]);
  });

  test('a handler that the page does not have', async () => {
    const { problems } = await afterTap('#handler');
    expect(problems).toMatchObject([{ kind: 'unknown-handler', where: 'pages/defects/defects', text: expect.stringContaining('nobody') }]);
  });

  test('a template that is not defined', async () => {
    const { problems } = await afterTap('#absent');
    expect(problems).toMatchObject([{ kind: 'broken-template', text: expect.stringContaining('not-there') }]);
  });

  test('a promise that is rejected and left alone, the app’s own or an API’s', () => {
    const out = execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'fixture', 'reject.ts'), platform], { encoding: 'utf8' });
    const api = platform === 'weapp' ? 'login:fail no answer is scripted for login' : 'no answer is scripted for getAuthCode';
    expect(out.trim().split('\n')).toEqual(['unhandled-rejection Error: planted rejection', `unhandled-rejection ${api}`]);
  });
});

test('Function("return this") passes, as on the platforms', async () => {
  const program = await startProgram({ platform: 'weapp', directory: join(__dirname, 'fixture/weapp'), entry: { path: 'pages/defects/defects' } });
  await program.page.tap('#allowed');
  expect(program.page.text('#kind')).toBe('object');
  await program.close();
});

test('a template that does not parse is named with its line', async () => {
  const program = await startProgram({ platform: 'weapp', directory: join(__dirname, 'fixture/broken') });
  await program.end();
  expect(program.host.problems.list).toMatchObject([{ kind: 'broken-template', where: 'page.wxml', text: expect.stringContaining('line 1: Fatal: missing expression end') }, { kind: 'broken-template' }]);
});
