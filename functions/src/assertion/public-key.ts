import { calculateJwkThumbprint, importJWK } from 'jose';
import * as z from 'zod/mini';
import { PublicKey } from './signer';

/** What was given as a public key is none; says why, in words for the operator. */
export class NoPublicKey extends Error {
  override readonly name = 'NoPublicKey';
}

const PRIVATE = '这是私钥文件：私钥只留在机构自己那里，请只交公钥 / this is a private key: it stays with its owner, give the public half only';
const OTHER = '请给 P-256（ES256）公钥，JWK 格式 / expected a P-256 (ES256) public key as a JWK';

const Jwk = z.looseObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), kid: z.optional(z.string()), d: z.optional(z.unknown()) });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new NoPublicKey(OTHER);
  }
}

/** The public key in a JWK; named by its thumbprint (RFC 7638) where it has no name. Throws NoPublicKey, also for a point that is not on the curve. */
export async function publicKeyIn(text: string): Promise<PublicKey> {
  const { data, success } = Jwk.safeParse(parsed(text));
  if (!success) throw new NoPublicKey(OTHER);
  if (data.d !== undefined) throw new NoPublicKey(PRIVATE);
  const { kty, crv, x, y } = data;
  const key = PublicKey.safeParse({ kty, crv, x, y, kid: data.kid ?? (await calculateJwkThumbprint({ kty, crv, x, y })) });
  if (!key.success) throw new NoPublicKey(OTHER);
  await importJWK(key.data, 'ES256').catch(() => {
    throw new NoPublicKey(OTHER);
  });
  return key.data;
}
