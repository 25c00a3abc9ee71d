import * as z from 'zod/mini';

/** A designated institution (定点机构): code of 12 characters, H for hospitals, P for pharmacies. */
export const Institution = z.object({
  orgId: z.string().check(z.regex(/^[A-Za-z0-9]{1,40}$/)),
  name: z.string(),
  keyDigest: z.string(),
  active: z.boolean(),
});
export type Institution = z.infer<typeof Institution>;
