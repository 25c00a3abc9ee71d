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

/** A designated institution (定点机构: code of 12 characters, H for hospitals, P for pharmacies) or a partner channel, with the keys by which it signs in. */
export const Institution = z.object({
  orgId: z.string().check(z.regex(/^[A-Za-z0-9]{1,40}$/)),
  name: z.string(),
  kind: z.enum(['institution', 'partner']),
  /** Several at once while one follows another. */
  keys: z.array(PublicKey).check(z.minLength(1), z.maxLength(5), z.refine(haveOwnNames, 'two keys of one name')),
  active: z.boolean(),
});
export type Institution = z.infer<typeof Institution>;

export const keyOf = (institution: Institution | undefined, kid: string) => (institution?.active ? institution.keys.find((key) => key.kid === kid) : undefined);

/** What an institution got for its assertion; ends early when the institution is closed or the key is taken away. */
export const Grant = z.object({ orgId: z.string(), kid: z.string(), expiresAt: z.string() });
export type Grant = z.infer<typeof Grant>;

export const isLive = ({ expiresAt, kid }: Grant, institution: Institution | undefined, now: Date) => expiresAt > now.toISOString() && keyOf(institution, kid) !== undefined;
