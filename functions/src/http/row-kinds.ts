import { COMMON, general, type RowKind } from '../data-map/row-kind';

export const limitKinds: readonly RowKind[] = [
  {
    kind: 'counted calls',
    pk: 'RL#<account, device, operator or address>#<name>',
    sk: 'CALLS#<endpoint>#<window>',
    keys: 'account and address: keyed digests; device: random name',
    retention: 'the window of the limit: ten minutes to a day',
    holder: { copy: { not: 'numbers of a day that only slow down who tries' }, closed: { kept: '次数限制的计数' } },
    attributes: { ...COMMON, count: general('calls within the window') },
  },
];
