import { DOOR_REFUSALS, type Endpoint } from '../contract/endpoint';
import { REFUSALS, type RefusalCode } from '../refusals';
import { examplesFor } from './examples';
import { PlainRefusal, CounterRefusal } from './refusal-schemas';
import { type JsonSchema, referenceTo } from './schemas';

export interface Response {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: JsonSchema | undefined; readonly examples?: Readonly<Record<string, { readonly $ref: string }>> } };
}

const BODY_REFUSALS: readonly RefusalCode[] = ['REQUEST_UNREADABLE', 'REQUEST_TOO_LARGE'];

/** All reasons for which an endpoint may decline: those of the door, then its own. A GET has no body to be wrong. */
export const refusalsOf = ({ method, refusals }: Pick<Endpoint, 'method' | 'refusals'>): readonly RefusalCode[] => {
  const door = DOOR_REFUSALS.filter((code) => method === 'POST' || !BODY_REFUSALS.includes(code));
  return [...new Set([...door, ...refusals])];
};

const titles = (refusals: readonly RefusalCode[]) => refusals.map((code) => `${code} ${REFUSALS[code].title}`).join('；');

const answer = (description: string, schema: JsonSchema | undefined, examples?: Response['content']['application/json']['examples']): Response => ({
  description,
  content: { 'application/json': { schema, ...(examples && { examples }) } },
});

const plainRefusal = (refusals: readonly RefusalCode[]) => answer(titles(refusals), referenceTo(PlainRefusal), examplesFor(refusals, 'citizen'));

function plainResponses(endpoint: Endpoint): Record<string, Response> {
  const refusals = refusalsOf(endpoint);
  const statuses = [...new Set(refusals.map((code) => REFUSALS[code].status))].sort((a, b) => a - b);
  const declined = statuses.map((status) => [String(status), plainRefusal(refusals.filter((code) => REFUSALS[code].status === status))] as const);
  return { '200': answer('成功', referenceTo(endpoint.output)), ...Object.fromEntries(declined) };
}

/** Hospital systems get HTTP 200 and a code; only a wrong key is a 401, with the same body. */
function nationalResponses(endpoint: Endpoint): Record<string, Response> {
  const refusals = refusalsOf(endpoint);
  const rejected = refusals.filter((code) => REFUSALS[code].status === 401);
  const declined = refusals.filter((code) => !rejected.includes(code));
  const schema = { oneOf: [referenceTo(endpoint.output), referenceTo(CounterRefusal)] };
  return {
    '200': answer(`code 为 0 表示成功，否则：${titles(declined)}`, schema, examplesFor(declined, 'counter')),
    '401': answer(titles(rejected), referenceTo(CounterRefusal), examplesFor(rejected, 'counter')),
  };
}

/** The 200 answer and every refusal, by HTTP status. */
export const responsesOf = (endpoint: Endpoint) => (endpoint.dialect === 'national' ? nationalResponses(endpoint) : plainResponses(endpoint));
