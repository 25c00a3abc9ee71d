import { type Platform } from '../host/platform';
import { putOn } from './stage/put-on';
import { stateNamed } from './table';

const platforms: Platform[] = ['weapp', 'alipay'];

/** How often the page went back to its top until it came to rest in a state. */
const tops = async (platform: Platform, page: string, state: string): Promise<number> => {
  const program = await putOn(platform, stateNamed(page, state));
  const count = program.host.calls.filter(({ api }) => api === 'pageScrollTo').length;
  await program.close();
  return count;
};

describe.each(platforms)('on %s', (platform) => {
  test.each([
    ['pages/account/close', 'closed'],
    ['pages/account/close', 'confirm'],
    ['pages/account/data', 'ready'],
    ['pages/binding/binding', 'before-all'],
    ['pages/activation/activation', 'agreement-UPSTREAM_BUSY'],
  ])('%s begins at its top when something else (%s) has come in the place of what was tapped', async (page, state) => {
    expect(await tops(platform, page, state)).toBe(1);
  });

  test.each([
    ['pages/account/close', 'before'],
    ['pages/account/close', 'busy'],
    ['pages/binding/binding', 'two'],
    ['pages/activation/activation', 'agreement'],
  ])('%s stays where it was read while it only shows itself (%s)', async (page, state) => {
    expect(await tops(platform, page, state)).toBe(0);
  });
});
