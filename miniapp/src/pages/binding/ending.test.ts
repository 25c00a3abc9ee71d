import type { BindingView } from '@yibao/shared';
import { channelsLeft, endsHere, isLast } from './ending';

const bound = (id: string, channel: BindingView['channel'], current = false): BindingView => ({ id, channel, current, device: '····dddd', boundAt: '', usedAt: '', closable: true });

const own = bound('a', 'weapp', true);
const second = bound('b', 'weapp');
const alipay = bound('c', 'alipay');

test.each([
  ['the own one of three', { target: own, bindings: [own, second, alipay] }, { channels: ['weapp', 'alipay'], last: false, here: true }],
  ['another account’s', { target: second, bindings: [own, second, alipay] }, { channels: ['weapp', 'alipay'], last: false, here: false }],
  ['the only one', { target: own, bindings: [own] }, { channels: [], last: true, here: true }],
  ['all', { target: 'all' as const, bindings: [own, alipay] }, { channels: [], last: true, here: true }],
])('ending %s leaves what it says', (_what, ending, { channels, last, here }) => {
  expect([channelsLeft(ending), isLast(ending), endsHere(ending)]).toEqual([channels, last, here]);
});
