import { COMMON, general, type RowKind } from '../data-map/row-kind';

const ORG_ID = general('national code of the institution');
const KEY_NAME = general('by which of its keys it signed in');

export const institutionKinds: readonly RowKind[] = [
  {
    kind: 'institution',
    pk: 'INST#<code>',
    sk: 'INSTITUTION',
    retention: 'as long as it is designated',
    attributes: {
      ...COMMON,
      orgId: ORG_ID,
      name: general('its name'),
      kind: general('institution or partner channel'),
      'keys[].kty': general('kind of a public key'),
      'keys[].crv': general('its curve'),
      'keys[].x': general('the public key'),
      'keys[].y': general('the public key'),
      'keys[].kid': general('the name of the key'),
      active: general('whether it may ask'),
    },
  },
  {
    kind: 'import of institutions',
    pk: 'INST#IMPORTS',
    sk: 'FILE#<time>#<digest>',
    retention: 'for ever: who registered which file, and when',
    attributes: {
      ...COMMON,
      by: general('who did it, as the bureau names its people'),
      at: general('when'),
      digest: general('SHA-256 of the file'),
      added: general('how many it brought'),
      changed: general('how many it changed'),
      same: general('how many were known as they are'),
      bad: general('how many lines had faults'),
    },
  },
  {
    kind: 'token of an institution',
    pk: 'IT#<SM3 of the token>',
    sk: 'GRANT',
    retention: 'fifteen minutes, then by ttl',
    attributes: { ...COMMON, orgId: ORG_ID, kid: KEY_NAME, expiresAt: general('until when it serves') },
  },
  {
    kind: 'used assertion',
    pk: 'IA#<SM3 of institution and jti>',
    sk: 'USED',
    retention: 'until the assertion could no longer be accepted, then by ttl',
    attributes: { ...COMMON },
  },
];
