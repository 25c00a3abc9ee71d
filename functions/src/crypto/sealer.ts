import { closed, keyIdIn, opened, SealBroken } from './closed-text';
import type { Keys } from './keys';

/** Where a sealed value lives: row and attribute. It opens nowhere else. */
export interface Place {
  readonly pk: string;
  readonly sk: string;
  readonly attribute: string;
}

export interface Sealer {
  /** Closes a value with the newest key (see closed-text.ts). */
  seal(plain: string, place: Place): string;
  /** Throws SealBroken where the value was altered, cut, moved to another row, attribute or table, or made with an unknown key. */
  open(sealed: string, place: Place): string;
}

export function sealerWith(keys: Keys): Sealer {
  const placeOf = ({ pk, sk, attribute }: Place) => [keys.table, pk, sk, attribute];
  return {
    seal: (plain, place) => closed(Buffer.from(plain), { keys: keys.named(keys.id)!, use: 'seal', place: placeOf(place) }),
    open(sealed, place) {
      const used = keys.named(keyIdIn(sealed) ?? '');
      if (!used) throw new SealBroken();
      return opened(sealed, { keys: used, use: 'seal', place: placeOf(place) }).toString('utf8');
    },
  };
}
