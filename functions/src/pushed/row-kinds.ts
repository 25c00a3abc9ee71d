import { COMMON, general, type RowKind, sensitive } from '../data-map/row-kind';

export const pushedKinds: readonly RowKind[] = [
  {
    kind: 'push',
    pk: 'V#<voucher>',
    sk: 'PUSH#<kind>#<event>#<recipient>',
    keys: 'event: digest of it; recipient: keyed digest of the platform account',
    retention: '30 days',
    attributes: {
      ...COMMON,
      what: general('the type of the event that was told'),
      outcome: sensitive('by which way the holder was told, or that there was none'),
      at: general('when'),
    },
  },
];
