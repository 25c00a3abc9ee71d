import { COMMON, general, type RowKind, sensitive } from '../data-map/row-kind';

export const auditKinds: readonly RowKind[] = [
  {
    kind: 'audit entry',
    pk: 'V#<voucher>',
    sk: 'EV#<number>',
    retention: 'three years at least after the account is closed',
    holder: { copy: { in: 'trail', but: { 'actor.*': 'numbers of institutions and operators are theirs; that it was one is told', 'event.*': 'type, time and channel are told; the rest stands under before and after, or where it happened' } }, closed: { kept: '办理记录和热线受理记录（谁、何时、在哪个渠道、办了什么，内容已脱敏）' } },
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
