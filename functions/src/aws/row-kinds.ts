import { COMMON, general, type RowKind, sealed, secret } from '../data-map/row-kind';

export const platformKinds: readonly RowKind[] = [
  {
    kind: 'platform token',
    pk: 'TK#<platform>',
    sk: 'TOKEN',
    retention: 'overwritten every two hours',
    attributes: { ...COMMON, token: sealed(secret('WeChat’s access token, shared by all functions')), expiresAt: general('until when it serves') },
  },
];
