import * as z from 'zod/mini';

const Coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** A public key as a JWK (RFC 7517): P-256 only, and nothing private. */
export const PublicKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Coordinate,
  y: Coordinate,
  kid: z.string().check(z.regex(/^[\w.-]{1,64}$/)),
});
export type PublicKey = z.infer<typeof PublicKey>;

const haveOwnNames = (keys: readonly PublicKey[]) => new Set(keys.map(({ kid }) => kid)).size === keys.length;

/** Stands in where nobody registered the key, so that the answer takes as long. Its private half was thrown away when it was made. */
export const NOBODYS_KEY: PublicKey = { kty: 'EC', crv: 'P-256', x: 'l-FSfj9WAWOeui-LRgE4o5zhkOXijw-Yux5PdhnLnsw', y: 'A4KCaV4ecMyTp4qxb2w40NxYrXo-g8Q5cbLyTqRp3-M', kid: 'nobody' };

/** How who signs in by a key is called: an institution's code, an operator's number. */
export const SignerId = z.string().check(z.regex(/^[A-Za-z0-9]{1,40}$/));

/** Several at once while one follows another. */
export const PublicKeys = z.array(PublicKey).check(z.minLength(1), z.maxLength(5), z.refine(haveOwnNames, 'two keys of one name'));

/** Whoever signs in by a registered key. */
export interface Signer {
  readonly keys: readonly PublicKey[];
  readonly active: boolean;
}

export const keyOf = (signer: Signer | undefined, kid: string) => (signer?.active ? signer.keys.find((key) => key.kid === kid) : undefined);

/** What a signer got for its assertion; ends early when the signer is closed or the key is taken away. */
export interface Grant {
  readonly kid: string;
  readonly expiresAt: string;
}

/** Why a grant serves no more; nothing where it does. */
export function faultOf({ expiresAt, kid }: Grant, signer: Signer | undefined, now: Date): 'closed' | 'key ended' | 'expired' | undefined {
  if (!signer?.active) return 'closed';
  if (keyOf(signer, kid) === undefined) return 'key ended';
  return expiresAt > now.toISOString() ? undefined : 'expired';
}
