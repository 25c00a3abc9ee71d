import { COMMON, general, type RowKind } from '../data-map/row-kind';

export const smsKinds: readonly RowKind[] = [
  {
    kind: 'counted messages',
    pk: 'RL#number#<digest>',
    sk: 'SMS#<day>',
    keys: 'digest: HMAC-SM3 of the phone number',
    retention: 'two days',
    attributes: { ...COMMON, count: general('messages to the number on that day') },
  },
];
