import { COMMON, general, type RowKind } from '../data-map/row-kind';

export const smsKinds: readonly RowKind[] = [
  {
    kind: 'counted messages',
    pk: 'RL#number#<digest>',
    sk: 'SMS#<day>',
    keys: 'digest: HMAC-SM3 of the phone number',
    retention: 'two days',
    holder: { copy: { not: 'numbers of two days that only slow down who tries' }, closed: { kept: '次数限制的计数' } },
    attributes: { ...COMMON, count: general('messages to the number on that day') },
  },
];
