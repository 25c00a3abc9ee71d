import { timeOfCounter } from '@yibao/shared';
import { keyedDigest } from '../crypto/digest';
import type { Keys } from '../crypto/keys';

export interface Grant {
  readonly region: string;
  readonly handle: string;
  readonly counter: number;
  readonly orgId: string;
  readonly businessType: string;
}

const base36 = (value: bigint, length: number) => value.toString(36).padStart(length, '0');

/** 17 base-36 places hold 87 bits of the MAC. */
const MAC_PLACES = 17;

/**
 * The ecToken of one acceptance, 38 characters as terminals expect: province (6) `ec` handle (7) counter (6) MAC (17), base 36.
 * It needs no storage, is the same for a repeated request, and is bound to the institution and the business type it was given for.
 * Its key is the one that was in use at the code's minute, which the counter tells.
 */
export function ecTokenWith(keys: Keys) {
  return ({ region, handle, counter, orgId, businessType }: Grant): string => {
    const mac = keyedDigest(keys.at(timeOfCounter(counter)).of('ec-token'), [region, handle, counter, orgId, businessType].join('|'));
    const seal = BigInt(`0x${mac}`) % 36n ** BigInt(MAC_PLACES);
    return `${region.slice(0, 2)}0000ec${base36(BigInt(handle), 7)}${base36(BigInt(counter), 6)}${base36(seal, MAC_PLACES)}`;
  };
}
