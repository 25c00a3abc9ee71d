import { COMMON, general, type RowKind, sensitive } from '../data-map/row-kind';

export const consentKinds: readonly RowKind[] = [
  {
    kind: 'consent',
    pk: 'A#<account>',
    sk: 'CONSENT#<purpose>#<number>',
    keys: 'account: keyed digest',
    retention: 'as proof, until three years after it was withdrawn, then by ttl',
    holder: { copy: { in: 'consents' }, closed: { kept: '同意和撤回的记录' } },
    attributes: {
      ...COMMON,
      account: sensitive('who consented: keyed digest of the platform account'),
      purpose: general('to what'),
      no: general('the how-manieth to this purpose'),
      textVersion: general('version of the text'),
      textHash: general('SM3 of the text'),
      channel: general('WeChat or Alipay'),
      at: general('when'),
      withdrawnAt: general('when it was withdrawn'),
    },
  },
];
