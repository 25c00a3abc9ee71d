import { createHash, createHmac } from 'node:crypto';

export interface Acs3Request {
  readonly host: string;
  readonly action: string;
  readonly version: string;
  readonly query: string;
  /** yyyy-MM-ddTHH:mm:ssZ */
  readonly date: string;
  readonly nonce: string;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** RFC 3986: more is escaped than by encodeURIComponent. */
const escaped = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/** Parameters by name, as they are signed and sent. */
export const acs3Query = (parameters: Readonly<Record<string, string>>) =>
  Object.keys(parameters)
    .sort()
    .map((name) => `${escaped(name)}=${escaped(parameters[name] ?? '')}`)
    .join('&');

/** Headers of a POST without body to `/` of Alibaba Cloud: ACS3-HMAC-SHA256 over query and headers, good for 15 minutes, once. */
export function acs3Headers({ accessKeyId, accessKeySecret }: { accessKeyId: string; accessKeySecret: string }, request: Acs3Request): Record<string, string> {
  const body = sha256('');
  const headers = {
    'x-acs-action': request.action,
    'x-acs-content-sha256': body,
    'x-acs-date': request.date,
    'x-acs-signature-nonce': request.nonce,
    'x-acs-version': request.version,
  };
  const lines = Object.entries({ host: request.host, ...headers }).map(([name, value]) => `${name}:${value}\n`);
  const names = Object.keys({ host: '', ...headers }).join(';');
  const canonical = ['POST', '/', request.query, lines.join(''), names, body].join('\n');
  const signature = createHmac('sha256', accessKeySecret).update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`).digest('hex');
  return { ...headers, authorization: `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${names},Signature=${signature}` };
}
