import { COMMON, type RowKind, sensitive } from '../data-map/row-kind';

export const noticeKinds: readonly RowKind[] = [
  {
    kind: 'settlement result',
    pk: 'V#<voucher>',
    sk: 'SETTLED#<institution>#<number>',
    keys: 'at which institution the voucher was settled with',
    retention: '90 days; the bureau keeps the settlement itself',
    holder: { copy: { in: 'settlements', but: { 'event.type': 'that it is a settlement is the part’s name', 'event.settlement': 'the institution’s own number' } }, closed: { kept: '结算结果的通知（时间、机构、金额）' } },
    attributes: { ...COMMON, 'event.*': sensitive('when, where, how it ended and what it cost, to tell the holder') },
  },
];
