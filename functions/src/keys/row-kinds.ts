import { COMMON, general, type RowKind, secret } from '../data-map/row-kind';

export const keyKinds: readonly RowKind[] = [
  {
    kind: 'data key',
    pk: 'KEY#DATA',
    sk: 'KEY#<number>',
    retention: 'as long as something was made with it: the first for ever, others at least until no PIN rests on them',
    attributes: {
      ...COMMON,
      id: general('names the key in everything made with it'),
      table: general('the table whose values it seals'),
      wrapped: secret('the data key, encrypted by the key of keys'),
      provider: general('where the key of keys is'),
      madeAt: general('when it was made'),
      activeFrom: general('from when on it is used for new values'),
      nextKey: general('the key of keys to which it is moving'),
      nextWrapped: secret('the data key, encrypted by that one'),
      movedAt: general('when it came to another key of keys'),
    },
  },
  {
    kind: 'back-fill',
    pk: 'KEY#DATA',
    sk: 'BACKFILL',
    retention: 'until the next rotation',
    attributes: {
      ...COMMON,
      key: general('the key to which all rows are brought'),
      startedAt: general('when it began'),
      after: general('the key of the row where it goes on'),
      finishedAt: general('when it was done'),
      rows: general('how many rows were seen'),
      resealed: general('how many were sealed anew'),
      relocked: general('how many locks were made anew'),
      oldPins: general('how many PINs rest on an older pepper'),
      broken: general('how many rows do not open'),
    },
  },
];
