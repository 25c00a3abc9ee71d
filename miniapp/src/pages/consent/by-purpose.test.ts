import type { Consent } from '@yibao/shared';
import { byPurpose, stateOf } from './by-purpose';

const given = (purpose: Consent['purpose'], more: Partial<Consent> = {}): Consent => ({
  purpose,
  title: '一份文本',
  version: '2026-11-22',
  hash: 'a'.repeat(64),
  channel: 'weapp',
  at: '2026-11-22T08:00:00.000Z',
  valid: true,
  ...more,
});

describe('Consents as their holder looks at them', () => {
  test('each purpose stands once, with what was agreed before under it', () => {
    const [again, before, reading] = [given('face'), given('face', { valid: false, withdrawnAt: '2026-11-21T08:00:00.000Z' }), given('reading')];
    expect(byPurpose([again, reading, before])).toEqual([
      { latest: reading, state: 'valid', earlier: [] },
      { latest: again, state: 'valid', earlier: [before] },
    ]);
  });

  test.each([
    ['withdrawn', { valid: false, withdrawnAt: '2026-11-23T08:00:00.000Z' }],
    ['outdated', { valid: false }],
    ['valid', { valid: true }],
  ] as const)('a consent can be %s', (state, consent) => {
    expect(stateOf(consent)).toBe(state);
  });

  test('who never agreed to anything has none', () => {
    expect(byPurpose([])).toEqual([]);
  });
});
