import { COMMON, general, type RowKind, sensitive } from '../data-map/row-kind';

export const pushedKinds: readonly RowKind[] = [
  {
    kind: 'push',
    pk: 'V#<voucher>',
    sk: 'PUSH#<kind>#<event>#<recipient>',
    keys: 'event: digest of it; recipient: keyed digest of the platform account, or of the number that got a text message',
    retention: '30 days',
    holder: { copy: { in: 'notices' }, closed: { kept: '消息发送记录（何时、用什么方式通知过您）' } },
    attributes: {
      ...COMMON,
      what: general('the type of the event that was told'),
      outcome: sensitive('by which way the holder was told, or that there was none'),
      at: general('when'),
    },
  },
  {
    kind: 'pushed event',
    pk: 'V#<voucher>',
    sk: 'PUSHED#<event>',
    keys: 'event: digest of it',
    retention: '30 days',
    holder: { copy: { not: 'copies of events for the time until they are told, which the copy has where they happened' }, closed: { kept: '消息发送记录（何时、用什么方式通知过您）' } },
    attributes: { ...COMMON, 'told.*': sensitive('an event whose row may be written again before its errands are done') },
  },
];
