import { COMMON, general, type RowKind, sensitive } from '../data-map/row-kind';

const RECEIPT = general('number of the unbinding');
const CLOSED_AT = general('when it was');

export const bindingKinds: readonly RowKind[] = [
  {
    kind: 'note of unbindings',
    pk: 'A#<account>',
    sk: 'UNBOUND',
    keys: 'account: keyed digest',
    retention: '90 days after the last unbinding',
    holder: { copy: { in: 'unbindings' }, closed: { days: 1 } },
    attributes: {
      ...COMMON,
      'done[].receipt': RECEIPT,
      'done[].closedAt': CLOSED_AT,
      'done[].closed[]': general('the channels that ended'),
      'done[].left': general('how many bindings were left'),
      'done[].bindings[]': general('names of the bindings that ended, so that a repeated request is answered again'),
      'ended.receipt': RECEIPT,
      'ended.closedAt': CLOSED_AT,
      'ended.by': general('the holder or the hotline'),
      'ended.reason': sensitive('why the holder or the hotline ended it'),
      'ended.channel': general('where the holder asked for it'),
      'ended.device': sensitive('last characters of the device on which it was asked for'),
      endedAt: general('when the account was closed; then nothing of the person is left here'),
    },
  },
];
