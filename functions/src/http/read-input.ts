import { type Endpoint, type FieldFault, Refusal } from '@yibao/shared';
import type { Arrival } from './arrival';

const MAX_BODY = 256 * 1024;

function bodyOf({ body, isBase64Encoded }: Arrival): unknown {
  if (body.length > MAX_BODY) throw new Refusal('REQUEST_TOO_LARGE');
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
  try {
    return JSON.parse(text === '' ? '{}' : text) as unknown;
  } catch {
    throw new Refusal('REQUEST_UNREADABLE');
  }
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** The remedy that the schema gives; a schema without one says only that the field is not as asked. */
function faultOf({ code, path, message, keys }: Issue): FieldFault {
  const field = path.map(String).join('.');
  if (code === 'unrecognized_keys') return { field: [field, ...(keys ?? [])].filter(Boolean).join('.'), remedy: '没有这一项，请去掉' };
  return { field: field || 'body', remedy: /\p{Script=Han}/u.test(message) ? message : '请按要求填写' };
}

/** Parses what was sent by the endpoint's schema. Throws REQUEST_UNREADABLE, REQUEST_TOO_LARGE or REQUEST_MALFORMED. */
export function readInput(endpoint: Endpoint, arrival: Arrival): unknown {
  const sent = endpoint.method === 'GET' ? (arrival.query) : bodyOf(arrival);
  const parsed = endpoint.input.safeParse(sent);
  if (!parsed.success) throw new Refusal('REQUEST_MALFORMED', {}, parsed.error.issues.map(faultOf));
  return parsed.data;
}
