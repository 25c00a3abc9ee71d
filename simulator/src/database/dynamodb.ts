/** The credentials with which everything on this computer opens the local database; they are no secret. */
export const LOCAL_AWS = { AWS_REGION: 'cn-north-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';

  constructor(
    /** DynamoDB's name of the error, e.g. ResourceNotFoundException */
    readonly type: string,
    message: string,
  ) {
    super(`${type}: ${message}`);
  }
}

const VERSIONS = { DynamoDB: 'DynamoDB_20120810', Streams: 'DynamoDBStreams_20120810' };

/** Emulators want the form of a signature and do not check it. */
export const signature = () => ({
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20260101T000000Z',
  authorization: `AWS4-HMAC-SHA256 Credential=${LOCAL_AWS.AWS_ACCESS_KEY_ID}/20260101/${LOCAL_AWS.AWS_REGION}/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0`,
});

export interface Operation {
  readonly service: keyof typeof VERSIONS;
  readonly name: string;
  readonly input: unknown;
}

/** The few calls for which this project needs no SDK: tables and streams of a local database. Rejects with DatabaseRefused. */
export async function ask<T>(endpoint: string, { service, name, input }: Operation): Promise<T> {
  const headers = { ...signature(), 'x-amz-target': `${VERSIONS[service]}.${name}` };
  const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(input) });
  const body = (await answer.json()) as T & { __type?: string; message?: string };
  if (!answer.ok) throw new DatabaseRefused(body.__type?.split('#').at(-1) ?? String(answer.status), body.message ?? '');
  return body;
}
