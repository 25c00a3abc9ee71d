import { HOUR } from '@yibao/shared';
import { launchAfter, launchWith } from './launch';

jest.mock('../platform/storage', () => ({ shelf: { read: async () => undefined, write: async () => undefined, remove: async () => undefined } }));

const NOW = 1_790_000_000_000;
const poster = { channel: 'weapp', promotion: 'QDYD2026' } as const;
const searched = { at: NOW, launch: { scene: '1005' } };

test('the first opening counts, not a later one (ACT-8)', () => {
  expect(launchAfter(undefined, { scene: '1005' }, NOW)).toEqual(searched);
  expect(launchAfter(searched, { scene: '1001' }, NOW + HOUR)).toBe(searched);
});

test('a poster that is scanned later adds what it says; the entry stays, and so does the first poster (PRO-2)', () => {
  const after = launchAfter(searched, { scene: '1047', poster }, NOW + HOUR);
  expect(after).toEqual({ at: NOW, launch: { scene: '1005', poster } });
  expect(launchAfter(after, { scene: '1047', poster: { channel: 'weapp', promotion: 'OTHER1' } }, NOW + HOUR)).toBe(after);
});

test.each([['a day later', NOW + 24 * HOUR], ['before, by a phone whose clock was set back', NOW - 1]])('an opening %s begins anew', (_, now) => {
  expect(launchAfter(searched, { scene: '1001' }, now)).toEqual({ at: now, launch: { scene: '1001' } });
});

test('coming back from another mini-program is no opening', () => {
  expect(launchAfter(undefined, { scene: '1038' }, NOW)).toBeUndefined();
  expect(launchAfter(searched, { scene: '1038' }, NOW + 48 * HOUR)).toBe(searched);
});

test('an opening without number is one, too', () => {
  expect(launchAfter(undefined, {}, NOW)).toEqual({ at: NOW, launch: {} });
});

test('a code that is scanned inside counts instead of an earlier poster; the way in stays, unless it was long ago', () => {
  const other = { channel: 'weapp', promotion: 'OTHER1' } as const;
  expect(launchWith({ at: NOW, launch: { scene: '1047', poster } }, other, NOW + HOUR)).toEqual({ at: NOW, launch: { scene: '1047', poster: other } });
  expect(launchWith(undefined, poster, NOW)).toEqual({ at: NOW, launch: { poster } });
  expect(launchWith({ at: NOW, launch: { scene: '1005' } }, poster, NOW + 24 * HOUR)).toEqual({ at: NOW + 24 * HOUR, launch: { poster } });
});
