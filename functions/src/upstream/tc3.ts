import { createHash, createHmac } from 'node:crypto';

export interface Tc3Request {
  readonly service: string;
  readonly url: string;
  readonly body: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
}

const CONTENT_TYPE = 'application/json; charset=utf-8';
const SIGNED = 'content-type;host';

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Headers of a JSON POST to Tencent Cloud: TC3-HMAC-SHA256 over content type, host and body, good for five minutes. */
export function tc3Headers({ secretId, secretKey }: { secretId: string; secretKey: string }, { service, url, body, timestamp }: Tc3Request): Record<string, string> {
  const { host, pathname } = new URL(url);
  const date = new Date(timestamp * 1000).toISOString().slice(0, 10);
  const scope = `${date}/${service}/tc3_request`;
  const request = ['POST', pathname, '', `content-type:${CONTENT_TYPE}`, `host:${host}`, '', SIGNED, sha256(body)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secretKey}`, date), service), 'tc3_request');
  const signature = hmac(key, ['TC3-HMAC-SHA256', timestamp, scope, sha256(request)].join('\n')).toString('hex');
  return {
    'content-type': CONTENT_TYPE,
    'x-tc-timestamp': String(timestamp),
    authorization: `TC3-HMAC-SHA256 Credential=${secretId}/${scope}, SignedHeaders=${SIGNED}, Signature=${signature}`,
  };
}
