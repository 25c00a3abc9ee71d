import { AccountData } from '@yibao/shared';
import { contentsOf, fileOf } from './contents';

const data: AccountData = {
  exportedAt: '2026-11-22T08:00:00.000Z',
  bindings: [{ channel: 'weapp', boundAt: '2026-11-20T08:00:00.000Z', pinPolicy: 'always', pinAt: '2026-11-20T08:00:00.000Z', device: '····aaaa' }],
  phones: [],
  activation: { status: 'none' },
  consents: [],
  uses: [],
  settlements: [],
  sessions: [],
  tickets: [],
  wallets: [],
  unbindings: [],
  notices: [],
  openings: [],
  trail: [],
};

describe('A copy of one’s own data', () => {
  test('says how much of each kind is in it', () => {
    expect(contentsOf(data)).toEqual({
      voucher: false,
      counts: [
        { kind: 'bindings', count: 1 },
        { kind: 'phones', count: 0 },
        { kind: 'consents', count: 0 },
        { kind: 'uses', count: 0 },
        { kind: 'settlements', count: 0 },
        { kind: 'sessions', count: 0 },
        { kind: 'tickets', count: 0 },
        { kind: 'wallets', count: 0 },
        { kind: 'unbindings', count: 0 },
        { kind: 'notices', count: 0 },
        { kind: 'openings', count: 0 },
        { kind: 'trail', count: 0 },
      ],
    });
  });

  test('can be read again by machines, whole', () => {
    const { name, text } = fileOf(data, '2026-11-22');
    expect(name).toBe('yibao-2026-11-22.json');
    expect(AccountData.parse(JSON.parse(text))).toEqual(data);
  });
});
