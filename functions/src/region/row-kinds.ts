import { COMMON, general, type RowKind, sealed, sensitive } from '../data-map/row-kind';

const RULES = {
  code: general('administrative code'),
  name: general('its name'),
  province: general('its province'),
  bureau: general('the bureau in charge'),
  hotline: general('whom to call'),
  open: general('whether vouchers are issued there'),
  minInsuredMonths: general('a rule of the bureau'),
};

const within = (name: 'before' | 'after') => Object.fromEntries(Object.entries(RULES).map(([rule, kind]) => [`${name}.${rule}`, kind]));

const ENDED = general('when the account was closed; then nothing of the person is left here');

export const regionKinds: readonly RowKind[] = [
  {
    kind: 'region',
    pk: 'RG#ALL',
    sk: 'REGION#<code>',
    retention: 'as long as the service runs',
    attributes: {
      ...COMMON,
      ...RULES,
      changes: general('how many decisions changed it'),
    },
  },
  {
    kind: 'change of a region',
    pk: 'RG#ALL',
    sk: 'HISTORY#<code>#<no>',
    retention: 'as long as the service runs',
    attributes: {
      ...COMMON,
      region: general('which region'),
      no: general('its how-manieth change'),
      at: general('when it was decided'),
      by: general('who decided, as the bureau names its people'),
      reason: general('why'),
      ...within('before'),
      ...within('after'),
      'event.*': general('that the region opened, for those who wait'),
    },
  },
  {
    kind: 'wish for an opening',
    pk: 'RG#<code>',
    sk: 'WISH#<account>',
    keys: 'account: keyed digest',
    retention: 'a year at most; once told, 30 days without the platform’s name',
    holder: { copy: { in: 'openings', but: { openId: 'the platform’s own name of the account, which only the service and the platform can use', 'event.*': 'that the region opened, once more' } }, closed: { days: 1 } },
    attributes: {
      ...COMMON,
      region: sensitive('for which region the person waits'),
      account: sensitive('who wishes to be told'),
      channel: general('by which platform'),
      openId: sealed(sensitive('the platform’s name of the account, to tell it once')),
      askedAt: general('since when'),
      'event.*': sensitive('that the region opened, and whom to tell'),
      outcome: sensitive('by which way the account was told, or that there was none'),
      endedAt: ENDED,
    },
  },
  {
    kind: 'own wish',
    pk: 'A#<account>',
    sk: 'WISH#<region>',
    keys: 'account: keyed digest; the region',
    retention: 'a year at most',
    holder: { copy: { not: 'the place of a wish' }, closed: { days: 1 } },
    attributes: { ...COMMON, endedAt: ENDED },
  },
];
