import type { CallerKind, Endpoint } from '../contract/endpoint';
import { type Response, responsesOf } from './answers';
import { type JsonSchema, type Parameter, parametersOf, referenceTo } from './schemas';

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: { readonly 'application/json': { readonly schema: JsonSchema } } };
  readonly responses: Readonly<Record<string, Response>>;
  /** Why the same request sent twice has one effect. */
  readonly 'x-idempotency': string;
  /** What the session must have confirmed by PIN or face minutes ago (POST /session/step-up). */
  readonly 'x-step-up'?: string;
  /** Requests a second that the edge lets through, and the burst above it. */
  readonly 'x-rate': Endpoint['rate'];
}

const SECURITY: Readonly<Record<CallerKind, Operation['security']>> = {
  anyone: [],
  citizen: [{ session: [] }],
  institution: [{ institution: [] }],
};

function askedOf({ method, input }: Endpoint): Pick<Operation, 'parameters' | 'requestBody'> {
  if (method === 'GET') {
    const parameters = parametersOf(input);
    return parameters.length > 0 ? { parameters } : {};
  }
  const schema = referenceTo(input);
  return schema ? { requestBody: { required: true, content: { 'application/json': { schema } } } } : {};
}

/** One endpoint of the contract as an operation, named like its key in the contract. */
export const operationOf = (operationId: string, tag: string, endpoint: Endpoint): Operation => ({
  operationId,
  tags: [tag],
  summary: endpoint.summary,
  security: SECURITY[endpoint.caller],
  ...askedOf(endpoint),
  responses: responsesOf(endpoint),
  'x-idempotency': endpoint.idempotency,
  ...(endpoint.stepUp && { 'x-step-up': endpoint.stepUp }),
  'x-rate': endpoint.rate,
});
