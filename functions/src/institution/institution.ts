import * as z from 'zod/mini';
import { PublicKeys, SignerId } from '../assertion/signer';

/** A designated institution (定点机构: code of 12 characters, H for hospitals, P for pharmacies) or a partner channel, with the keys by which it signs in. */
export const Institution = z.object({
  orgId: SignerId,
  name: z.string(),
  kind: z.enum(['institution', 'partner']),
  keys: PublicKeys,
  active: z.boolean(),
});
export type Institution = z.infer<typeof Institution>;

/** What an institution got for its assertion. */
export const Grant = z.object({ orgId: z.string(), kid: z.string(), expiresAt: z.string() });
