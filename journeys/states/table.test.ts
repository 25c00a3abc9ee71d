import { join } from 'node:path';
import { pagesOf } from '../host/bundle';
import { bundleIn } from '../host/bundle-directory';
import { type Platform } from '../host/platform';
import { ANY, nameOf, STATIC_PAGES } from './state';
import { STATES, statesOn, TARGETS } from './table';

const platforms: Platform[] = ['weapp', 'alipay'];

test.each(platforms)('every page of the compiled %s bundle has states, and no other', (platform) => {
  const pages = pagesOf(bundleIn(join(__dirname, '../../miniapp/dist', platform)));
  expect([...new Set(statesOn(platform).map(({ page }) => page))].sort()).toEqual([...pages].sort());
});

test.each(TARGETS)('no two states of a page have the same name on %s', (target) => {
  const names = statesOn(target).map(nameOf);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('every page that asks the service is shown waiting, without network and with whatever else can happen to a question', () => {
  const asking = [...new Set(STATES.map(({ page }) => page))].filter((page) => !STATIC_PAGES.includes(page));
  for (const page of asking) {
    const names = STATES.filter((state) => state.page === page).map(({ name }) => name);
    expect([page, names.some((name) => /waiting|busy/.test(name)), ANY.filter((code) => !names.includes(code))]).toEqual([page, true, []]);
  }
});
