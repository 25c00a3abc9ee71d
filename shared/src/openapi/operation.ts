import type { CallerKind, Endpoint } from '../contract/endpoint';
import { type Limit, limitsOf } from '../contract/limits';
import { SECOND } from '../model/time';
import { type Response, responsesOf } from './answers';
import { type JsonSchema, type Parameter, parametersOf, referenceTo } from './schemas';

export interface LimitNote extends Pick<Limit, 'by' | 'most'> {
  readonly withinSeconds: number;
  readonly counting: 'calls' | 'failures' | 'look-ups';
}

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
  /** One of these roles is needed of an operator. */
  readonly 'x-roles'?: readonly string[];
  /** Requests a second that the edge lets through, and the burst above it. */
  readonly 'x-rate': Endpoint['rate'];
  /** How many calls or failures of one account, device, institution, operator or address within how long; beyond it RATE_LIMITED. */
  readonly 'x-limits'?: readonly LimitNote[];
}

const SECURITY: Readonly<Record<CallerKind, Operation['security']>> = {
  anyone: [],
  citizen: [{ session: [], device: [] }],
  institution: [{ institution: [] }],
  operator: [{ operator: [] }],
};

function askedOf({ method, input }: Endpoint): Pick<Operation, 'parameters' | 'requestBody'> {
  if (method === 'GET') {
    const parameters = parametersOf(input);
    return parameters.length > 0 ? { parameters } : {};
  }
  const schema = referenceTo(input);
  return schema ? { requestBody: { required: true, content: { 'application/json': { schema } } } } : {};
}

const noteOf = ({ by, most, withinMs, counting }: Limit): LimitNote => ({ by, most, withinSeconds: withinMs / SECOND, counting: counting ?? 'calls' });

/** One endpoint of the contract as an operation, named like its key in the contract. */
export function operationOf(operationId: string, tag: string, endpoint: Endpoint): Operation {
  const limits = limitsOf(endpoint);
  return {
    operationId,
    tags: [tag],
    summary: endpoint.summary,
    security: SECURITY[endpoint.caller],
    ...askedOf(endpoint),
    responses: responsesOf(endpoint),
    'x-idempotency': endpoint.idempotency,
    ...(endpoint.stepUp && { 'x-step-up': endpoint.stepUp }),
    ...(endpoint.roles && { 'x-roles': endpoint.roles }),
    'x-rate': endpoint.rate,
    ...(limits.length > 0 && { 'x-limits': limits.map(noteOf) }),
  };
}
