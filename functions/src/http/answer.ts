import { type Endpoint, type Refusal, REFUSALS, type RefusalText, wording } from '@yibao/shared';
import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=31536000',
  'content-security-policy': "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; sandbox",
  'referrer-policy': 'no-referrer',
};

export const json = (statusCode: number, body: unknown): Answer => ({ statusCode, headers: HEADERS, body: JSON.stringify(body) });

/** A refusal as citizens' clients read it. */
function plain({ code, details, fields }: Refusal, requestId: string): Answer {
  return json(REFUSALS[code].status, { code, ...wording(code, details), details, fields, requestId });
}

/** A refusal as terminals read it: HTTP 200 with a non-zero code, but 401 for a wrong key (field practice, transaction 1162). */
function national({ code, details, fields }: Refusal, requestId: string): Answer {
  const { counter = REFUSALS.INTERNAL.counter, status }: RefusalText = REFUSALS[code];
  const { title, remedy } = wording(code, details);
  const field = fields[0] ? `（${fields[0].field}：${fields[0].remedy}）` : '';
  return json(status === 401 ? 401 : 200, { code: counter, success: false, message: `${title}${field}`, remedy, requestId });
}

export const refused = (refusal: Refusal, { endpoint, requestId }: { endpoint: Endpoint | undefined; requestId: string }) =>
  endpoint?.dialect === 'national' ? national(refusal, requestId) : plain(refusal, requestId);
