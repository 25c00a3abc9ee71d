import { COMMON, general, type RowKind, secret } from '../data-map/row-kind';

export const institutionKinds: readonly RowKind[] = [
  {
    kind: 'institution',
    pk: 'INST#<code>',
    sk: 'INSTITUTION',
    retention: 'as long as it is designated',
    attributes: {
      ...COMMON,
      orgId: general('national code of the institution'),
      name: general('its name'),
      keyDigest: secret('SM3 of its key'),
      active: general('whether it may ask'),
    },
  },
];
