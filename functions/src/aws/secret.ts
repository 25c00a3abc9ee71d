import { readFile } from 'node:fs/promises';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

async function textOf(uri: string): Promise<string> {
  if (uri.startsWith('file:')) return readFile(new URL(uri), 'utf8');
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: uri }));
  return SecretString ?? '{}';
}

/** The JSON document at a secret's address. Read once, when the function starts. */
export const secretAt = async (uri: string): Promise<unknown> => JSON.parse(await textOf(uri)) as unknown;
