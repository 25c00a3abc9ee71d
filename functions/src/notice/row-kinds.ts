import { COMMON, type RowKind, sensitive } from '../data-map/row-kind';

export const noticeKinds: readonly RowKind[] = [
  {
    kind: 'settlement result',
    pk: 'V#<voucher>',
    sk: 'SETTLED#<institution>#<number>',
    keys: 'at which institution the voucher was settled with',
    retention: '90 days; the bureau keeps the settlement itself',
    attributes: { ...COMMON, 'event.*': sensitive('when, where, how it ended and what it cost, to tell the holder') },
  },
];
