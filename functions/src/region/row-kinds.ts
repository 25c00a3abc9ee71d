import { COMMON, general, type RowKind, sensitive } from '../data-map/row-kind';

export const regionKinds: readonly RowKind[] = [
  {
    kind: 'region',
    pk: 'RG#ALL',
    sk: 'REGION#<code>',
    retention: 'as long as the service runs',
    attributes: {
      ...COMMON,
      code: general('administrative code'),
      name: general('its name'),
      province: general('its province'),
      bureau: general('the bureau in charge'),
      hotline: general('whom to call'),
      open: general('whether vouchers are issued there'),
      minInsuredMonths: general('a rule of the bureau'),
    },
  },
  {
    kind: 'wish for an opening',
    pk: 'RG#<code>',
    sk: 'WISH#<account>',
    keys: 'account: keyed digest',
    retention: 'until the region opens',
    attributes: { ...COMMON, region: general('the region'), account: sensitive('who wishes to be told'), askedAt: general('since when') },
  },
];
