import { COMMON, general, type RowKind } from '../data-map/row-kind';

export const limitKinds: readonly RowKind[] = [
  {
    kind: 'counted calls',
    pk: 'RL#<account, device, operator or address>#<name>',
    sk: 'CALLS#<endpoint>#<window>',
    keys: 'account and address: keyed digests; device: random name',
    retention: 'the window of the limit: ten minutes to a day',
    attributes: { ...COMMON, count: general('calls within the window') },
  },
];
