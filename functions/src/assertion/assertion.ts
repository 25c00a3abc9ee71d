import { MINUTE, SECOND } from '@yibao/shared';
import { decodeJwt, decodeProtectedHeader, errors, importJWK, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { keyOf, NOBODYS_KEY, type PublicKey, type Signer, SignerId } from './signer';

/** Why an assertion was refused: for the log, never for the answer. */
export class AssertionRefused extends Error {
  override readonly name = 'AssertionRefused';

  constructor(
    readonly reason: string,
    /** Who is said to have signed, where that is somebody who is registered. */
    readonly signer?: string,
  ) {
    super(reason);
  }
}

export interface AssertionNeeds {
  /** The address that an assertion must be meant for. */
  readonly audience: string;
  readonly find: (id: string) => Promise<Signer | undefined>;
  readonly now: Date;
}

export interface Asserted {
  /** Who signed. */
  readonly id: string;
  readonly kid: string;
  readonly jti: string;
  /** When the assertion can no longer be accepted, so that its `jti` may be forgotten. */
  readonly deadUntil: Date;
}

const LONGEST = 4096;
const LIVES_MS = 5 * MINUTE;
/** How far a signer's clock may be off. */
const SKEW_MS = MINUTE;

const Header = z.object({ kid: z.string().check(z.maxLength(64)) });
const Issuer = z.object({ iss: SignerId });
const Claims = z.object({ aud: z.union([z.string(), z.tuple([z.string()])]), iat: z.number(), exp: z.number(), jti: z.string().check(z.minLength(8), z.maxLength(128)) });

/** Who claims to have signed, with which key; nothing of this is believed yet. */
function claimed(assertion: string): { id: string; kid: string } {
  if (assertion.length > LONGEST) throw new AssertionRefused('oversized');
  try {
    return { id: Issuer.parse(decodeJwt(assertion)).iss, kid: Header.parse(decodeProtectedHeader(assertion)).kid };
  } catch {
    throw new AssertionRefused('malformed');
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `claim ${error.claim}`;
  return 'malformed';
}

/** Only ES256, only with the registered key: `alg`, `jwk`, `jku` and `x5c` of the header choose nothing. */
async function verified(assertion: string, { id, key }: { id: string; key: PublicKey }, { audience, now }: AssertionNeeds) {
  try {
    const { payload } = await jwtVerify(assertion, await importJWK(key, 'ES256'), {
      algorithms: ['ES256'],
      typ: 'client-authentication+jwt',
      issuer: id,
      subject: id,
      audience,
      requiredClaims: ['exp', 'iat', 'jti'],
      maxTokenAge: LIVES_MS / SECOND,
      clockTolerance: SKEW_MS / SECOND,
      currentDate: now,
    });
    return payload;
  } catch (error) {
    throw new AssertionRefused(reasonOf(error));
  }
}

const unknown = (): never => {
  throw new AssertionRefused('unknown key');
};

/** What was asserted, checked with the key of that name; of whom nothing is known, with nobody's. */
async function checked(assertion: string, { id, kid, signer }: { id: string; kid: string; signer: Signer | undefined }, needs: AssertionNeeds): Promise<Asserted> {
  const key = keyOf(signer, kid);
  const verifying = verified(assertion, { id, key: key ?? NOBODYS_KEY }, needs);
  const claims = Claims.safeParse(key ? await verifying : await verifying.then(unknown, unknown));
  if (!claims.success) throw new AssertionRefused('malformed');
  const { iat, exp, jti } = claims.data;
  if ((exp - iat) * SECOND > LIVES_MS) throw new AssertionRefused('long-lived');
  return { id, kid, jti, deadUntil: new Date(exp * SECOND + 2 * SKEW_MS) };
}

/** Reads a client assertion (RFC 7523). Throws AssertionRefused; whether it was used before is the store's to say. */
export async function readAssertion(assertion: string, needs: AssertionNeeds): Promise<Asserted> {
  const { id, kid } = claimed(assertion);
  const signer = await needs.find(id);
  try {
    return await checked(assertion, { id, kid, signer }, needs);
  } catch (error) {
    throw error instanceof AssertionRefused ? new AssertionRefused(error.reason, signer && id) : error;
  }
}
