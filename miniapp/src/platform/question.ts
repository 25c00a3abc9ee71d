import { DEVICE_HEADER } from '@yibao/shared';
import type { HttpQuestion } from './request';

/** How long a person is left waiting for an answer. */
export const PATIENCE_MS = 10_000;

export const headersOf = ({ body, token, device }: HttpQuestion): Record<string, string> => ({
  ...(body ? { 'content-type': 'application/json' } : {}),
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(device === undefined ? {} : { [DEVICE_HEADER]: device }),
});

/** A client hands JSON over parsed, or as text where it did not recognise it. */
export function bodyOf(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}
