import { COMMON, general, type RowKind, sensitive } from '../data-map/row-kind';

export const auditKinds: readonly RowKind[] = [
  {
    kind: 'audit entry',
    pk: 'V#<voucher>',
    sk: 'EV#<number>',
    retention: 'three years at least after the account is closed',
    attributes: {
      ...COMMON,
      no: general('place in the chain'),
      key: general('the key of the MAC'),
      prevHash: general('MAC of the entry before'),
      hash: general('MAC of this entry'),
      'event.*': sensitive('what happened, when, through which channel'),
      'actor.*': sensitive('who did it: an account by its keyed digest, an institution, an operator'),
      reason: general('why'),
      'before.*': sensitive('state before, masked'),
      'after.*': sensitive('state after, masked'),
    },
  },
];
