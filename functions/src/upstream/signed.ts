import { createHash, createHmac } from 'node:crypto';
import type { UpstreamNeeds } from './ask';

export interface SigningNeeds extends UpstreamNeeds {
  /** 32 hex digits that were never given before. */
  readonly nonce: () => string;
}

interface Signer {
  readonly id: string;
  readonly secret: string;
}

/** METHOD, path, time, nonce and the body's SHA-256 (hex), a line each. */
export const stringToSign = (parts: { path: string; timestamp: string; nonce: string; body: string }) =>
  ['POST', parts.path, parts.timestamp, parts.nonce, createHash('sha256').update(parts.body).digest('hex')].join('\n');

/** Headers of a signed POST: who, when (milliseconds since 1970), a nonce, and HMAC-SHA256 in hex over `stringToSign`. */
export function signedHeaders({ id, secret }: Signer, { url, body }: { url: string; body: string }, needs: SigningNeeds): Record<string, string> {
  const timestamp = String(needs.now().getTime());
  const nonce = needs.nonce();
  const text = stringToSign({ path: new URL(url).pathname, timestamp, nonce, body });
  return {
    'content-type': 'application/json',
    'x-access-key': id,
    'x-timestamp': timestamp,
    'x-nonce': nonce,
    'x-signature': createHmac('sha256', secret).update(text).digest('hex'),
  };
}
