import { contract, type Endpoint, readVoucher } from '@yibao/shared';
import { BUILT_IN_API, bundleOfPlatform } from '../citizen/compiled-hands';
import { pagesOf } from '../host/bundle';
import { filesIn } from '../host/bundle-directory';
import { ALL_PACKAGES, DEPTH, FIRST_DATA, MAIN_PACKAGE } from './budgets';
import { depthOf } from './depth';
import { forbiddenIn, foreignAddresses } from './forbidden';
import { install, type Installed, open } from './opened';
import { total, weigh } from './weights';
import { warmStorage } from './warm';

const MINUTE = 60_000;
/** Longest that opening every page may take on a busy computer, in milliseconds. */
const PATIENCE = 60_000;
/** 只读 and the like are words of the screens, too. */
const SHORT = 6;
const CODE_PAGE = 'pages/voucher/voucher';

describe.each(['weapp', 'alipay'] as const)('the compiled %s bundle', (platform) => {
  const directory = bundleOfPlatform(platform);
  const packages = weigh(directory);
  const files = Object.entries(filesIn(directory));
  let installed: Installed;
  beforeAll(() => {
    installed = install(directory, platform);
  });

  test('keeps its main package and the sum of all within the budget', () => {
    const [main] = packages;
    expect(main?.bytes).toBeLessThanOrEqual(MAIN_PACKAGE[platform]);
    expect(total(packages)).toBeLessThanOrEqual(ALL_PACKAGES);
  });

  test('is written so that old engines can read it, and makes no code from text', () => {
    const scripts = files.filter(([file]) => file.endsWith('.js'));
    expect(scripts.flatMap(([file, code]) => forbiddenIn(file, code))).toEqual([]);
  }, PATIENCE);

  test('knows the address of the service and no other', () => {
    const foreign = files.flatMap(([file, text]) => foreignAddresses(text, [BUILT_IN_API]).map((address) => ({ file, address })));
    expect(foreign).toEqual([]);
    expect(files.some(([, text]) => text.includes(BUILT_IN_API))).toBe(true);
  });

  test('carries nothing of the contract that only desks, institutions and documents need', () => {
    const whole = files.map(([, text]) => text).join('\n');
    const endpoints = Object.values<Readonly<Record<string, Endpoint>>>(contract).flatMap((room) => Object.values(room));
    const foreign = endpoints.filter(({ caller }) => caller === 'institution' || caller === 'operator');
    expect(foreign.filter(({ path }) => whole.includes(`"${path}"`))).toEqual([]);
    expect(endpoints.map(({ idempotency }) => idempotency).filter((why) => why.length > SHORT && whole.includes(why))).toEqual([]);
    expect(whole).toContain(`"${readVoucher.path}"`);
  });

  test('sends each page at most 20 KB at first, not deeper than the templates reach', async () => {
    for (const path of pagesOf(installed.bundle)) {
      const opened = await open(installed, { path, storage: warmStorage(platform) });
      const [first] = opened.host.data.entries.filter(({ route }) => route === path);
      opened.close();
      expect({ path, sent: first !== undefined, small: (first?.bytes ?? 0) <= FIRST_DATA }).toEqual({ path, sent: true, small: true });
      expect({ path, deep: depthOf(first?.text ?? '{}') > DEPTH }).toEqual({ path, deep: false });
    }
  }, PATIENCE);

  test('shows the code with a warm session before it asks the service anything (CODE-1)', async () => {
    const opened = await open(installed, { path: CODE_PAGE, storage: warmStorage(platform), shows: '#qr image' });
    expect(opened.took).toBeDefined();
    // later it does ask: a phone that never asked would prove nothing
    void opened.host.advance(MINUTE).catch(() => undefined);
    for (let looks = 0; looks < 100 && opened.asked.length === 0; looks += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    opened.close();
    expect(opened.asked.length).toBeGreaterThan(0);
    expect(opened.asked.filter(({ shown }) => !shown)).toEqual([]);
  }, PATIENCE);
});
