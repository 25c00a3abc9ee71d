import { COMMON, general, type RowKind, sensitive } from '../data-map/row-kind';

export const walletKinds: readonly RowKind[] = [
  {
    kind: 'wallet',
    pk: 'A#<account>',
    sk: 'WALLET',
    keys: 'account: keyed digest',
    retention: 'until the binding ends, then a day, or thirty where a card could not be closed yet',
    holder: { copy: { in: 'wallets', but: { serial: 'by it the card is opened and closed', 'left[].serial': 'by it the card is closed', 'event.*': 'the same once more' } }, closed: { kept: '卡包里卡片的编号' } },
    attributes: {
      ...COMMON,
      account: sensitive('keyed digest of the platform account'),
      channel: general('WeChat or Alipay'),
      state: general('whether the card is in the wallet'),
      serial: sensitive('number of the card at the platform, by which it is opened and closed'),
      askedAt: general('when the card was asked for'),
      tries: general('how often the platform was asked to issue it'),
      'left[].serial': sensitive('number of a card that is to be closed'),
      'left[].until': general('until when the phone could still add it'),
      'event.*': sensitive('that the card was asked for, for what follows from it'),
    },
  },
];
