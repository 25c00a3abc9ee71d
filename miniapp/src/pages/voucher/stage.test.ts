import type { Voucher } from '@yibao/shared';
import type { Card, Seed } from '../../state/card';
import { isPinDue, stageOf } from './stage';

const NOW = Date.parse('2026-11-22T08:00:00.000Z');
const MINUTE = 60_000;

const aSeed = (but: Partial<Seed> = {}): Seed => ({
  handle: '0000000001',
  province: '37',
  seed: '00'.repeat(32),
  notAfter: '2026-11-25T08:00:00.000Z',
  offsetMs: 0,
  heardAt: NOW - MINUTE,
  clockDoubted: false,
  ...but,
});

const aVoucher = (pinPolicy: Voucher['pinPolicy']): Voucher => ({
  holder: '张*',
  region: { code: '370100', name: '济南市', province: '山东省', bureau: '济南市医疗保障局', hotline: '12393', open: true },
  channel: 'weapp',
  activatedAt: '2026-11-22T00:00:00.000Z',
  pinPolicy,
});

const aCard = (seed: Seed | undefined = aSeed(), policy: Voucher['pinPolicy'] = 'never'): Card => ({ voucher: aVoucher(policy), seed });
const never = { unlockedAt: 0, seenAt: 0, wrongTries: 0 };

describe('What the code page does when it opens', () => {
  test('a valid seed and permission show the code without asking anybody (CODE-5)', () => {
    expect(stageOf({ card: aCard(), display: never, now: NOW })).toEqual({ kind: 'code' });
  });

  test('a phone that knows no voucher asks the service', () => {
    expect(stageOf({ card: undefined, display: never, now: NOW })).toEqual({ kind: 'service', because: 'first-time' });
  });

  test('the offline right ends at the service’s time, whatever the phone’s clock says', () => {
    const ahead = aCard(aSeed({ offsetMs: 72 * 60 * MINUTE }));
    expect(stageOf({ card: ahead, display: never, now: NOW })).toEqual({ kind: 'service', because: 'expired' });
  });

  test('one millisecond before the end the code is still shown', () => {
    const last = aCard(aSeed({ notAfter: new Date(NOW + 1).toISOString() }));
    expect(stageOf({ card: last, display: never, now: NOW })).toEqual({ kind: 'code' });
  });

  test('a clock that was set back makes the phone ask the service first', () => {
    expect(stageOf({ card: aCard(aSeed({ heardAt: NOW + 2 * MINUTE })), display: never, now: NOW })).toEqual({ kind: 'service', because: 'clock' });
    expect(stageOf({ card: aCard(), display: { ...never, seenAt: NOW + 2 * MINUTE }, now: NOW })).toEqual({ kind: 'service', because: 'clock' });
  });

  test('a clock that was seen to jump makes the phone ask the service, also after a restart', () => {
    expect(stageOf({ card: aCard(aSeed({ clockDoubted: true })), display: never, now: NOW })).toEqual({ kind: 'service', because: 'clock' });
  });

  test('a PIN that is due is asked before the code', () => {
    expect(stageOf({ card: aCard(aSeed(), 'always'), display: never, now: NOW })).toEqual({ kind: 'pin' });
  });
});

describe('When the PIN is asked (CODE-3)', () => {
  test('never on a phone of which the holder said so', () => {
    expect(isPinDue('never', { unlockedAt: 0, seenAt: 0 }, NOW)).toBe(false);
  });

  test('“always”: each entry of the PIN buys one showing', () => {
    expect(isPinDue('always', { unlockedAt: NOW, seenAt: NOW - 1 }, NOW)).toBe(false);
    expect(isPinDue('always', { unlockedAt: NOW, seenAt: NOW }, NOW)).toBe(true);
  });

  test('“after 15 minutes”: counted from when a code was last on the screen, not from the PIN', () => {
    const seenAt = NOW - 15 * MINUTE;
    expect(isPinDue('after-15-minutes', { unlockedAt: 0, seenAt: seenAt + 1 }, NOW)).toBe(false);
    expect(isPinDue('after-15-minutes', { unlockedAt: 0, seenAt }, NOW)).toBe(true);
  });
});
