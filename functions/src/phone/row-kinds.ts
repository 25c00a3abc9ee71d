import { COMMON, general, type RowKind, sealed, secret, sensitive } from '../data-map/row-kind';

const ACCOUNT = sensitive('keyed digest of the platform account');
const CHANNEL = general('WeChat or Alipay');
const VOUCHER_ID = general('random name of the voucher');

export const phoneKinds: readonly RowKind[] = [
  {
    kind: 'phone of a binding',
    pk: 'V#<voucher>',
    sk: 'PHONE#<account>',
    keys: 'account: keyed digest',
    retention: 'until the binding ends, emptied then and gone a day later',
    holder: { copy: { in: 'phones' }, closed: { days: 1 } },
    attributes: {
      ...COMMON,
      voucherId: VOUCHER_ID,
      account: ACCOUNT,
      channel: CHANNEL,
      phone: sealed(sensitive('to tell the holder of what happens to the voucher')),
      since: general('when it was verified'),
      endedAt: general('when the binding ended'),
    },
  },
  {
    kind: 'change of a phone',
    pk: 'A#<account>',
    sk: 'PHONE-CHANGE',
    keys: 'account: keyed digest',
    retention: 'a day after its last step',
    holder: { copy: { in: 'phones' }, closed: { days: 1 } },
    attributes: {
      ...COMMON,
      account: ACCOUNT,
      phone: sealed(sensitive('the new number, to send the code to')),
      'code.digest': secret('keyed digest of the code sent'),
      'code.sentAt': general('for the pause between messages'),
      'code.expiresAt': general('until when the code serves'),
      'code.tries': general('how often it was tried'),
      provenAt: general('when the code came back'),
      doneAt: general('when the number was changed'),
    },
  },
  {
    kind: 'three steps of Alipay',
    pk: 'A#<account>',
    sk: 'PHONE-GUIDE',
    keys: 'account: keyed digest',
    retention: '30 days after its last step',
    holder: { copy: { in: 'phones' }, closed: { days: 1 } },
    attributes: {
      ...COMMON,
      account: ACCOUNT,
      begunAt: general('when the steps began'),
      from: sealed(sensitive('the number before, to see that it changed')),
      seen: sealed(sensitive('the number that the account has now')),
    },
  },
  {
    kind: 'former phone',
    pk: 'V#<voucher>',
    sk: 'PHONE-WAS#<account>#<time>#<version>',
    keys: 'account: keyed digest; when the number ended',
    retention: 'one day',
    holder: { copy: { in: 'phones' }, closed: { kept: '手机号（加密）' } },
    attributes: {
      ...COMMON,
      voucherId: VOUCHER_ID,
      account: ACCOUNT,
      channel: CHANNEL,
      phone: sealed(sensitive('to tell the number that it is no longer used')),
      endedAt: general('when it ended'),
    },
  },
  {
    kind: 'lock of a phone number',
    pk: 'PH#<index>',
    sk: 'LOCK',
    keys: 'index: HMAC-SM3 of the number, full length',
    retention: 'as long as somebody has the number, and a day; by the key before a rotation for one day',
    holder: { copy: { not: 'an index made of the number, which the copy has' }, closed: { days: 1 } },
    attributes: { ...COMMON, voucherId: VOUCHER_ID, 'accounts[]': ACCOUNT, endedAt: general('when nobody had it any more') },
  },
];
