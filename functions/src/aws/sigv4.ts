import { Hash } from '@smithy/core/serde';
import { SignatureV4 } from '@smithy/signature-v4';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

export interface SignedCall {
  readonly service: string;
  readonly region: string;
  /** Without a query. */
  readonly url: string;
  readonly body: string;
  readonly at: Date;
}

/** Headers of a POST to AWS, signed by the SDK's own signer, which every function carries: for one call of Lambda, whose client would weigh 68 kB more. */
export async function sigV4Headers({ accessKeyId, secretAccessKey, sessionToken }: Credentials, { service, region, url, body, at }: SignedCall): Promise<Record<string, string>> {
  const credentials = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  const signer = new SignatureV4({ credentials, service, region, sha256: Hash.bind(null, 'sha256'), applyChecksum: false });
  const { protocol, hostname, host, pathname: path } = new URL(url);
  const request = { method: 'POST', protocol, hostname, path, query: {}, headers: { host }, body };
  const signed = await signer.sign(request, { signingDate: at });
  const { host: _host, ...sent } = signed.headers;
  return sent;
}
