import middy from '@middy/core';
import { Refusal } from '@yibao/shared';
import type { APIGatewayProxyStructuredResultV2 as Answer } from 'aws-lambda';
import { defectOf, type Log } from '../aws/logger';
import { Conflict } from '../aws/table';
import { json, refused } from './answer';
import { type Arrival, arrivalOf, type GatewayEvent } from './arrival';
import { type Doors, recognise } from './caller';
import type { Limits } from './limits';
import { readInput } from './read-input';
import { requireRole } from './role';
import type { Route } from './route';
import { requireStepUp } from './step-up';
import { NotRecognised } from '../token-fault';
import { type Witness, witnessed } from './witness';

interface Desk {
  readonly doors: Doors;
  readonly limits: Limits;
  readonly log: Log;
  /** Needed where operators come. */
  readonly witness?: Witness;
  /** Awaited before each request: what must be fresh for it, such as the keys. */
  readonly ready: () => Promise<void>;
}

const keyOf = ({ endpoint }: Route<never>) => `${endpoint.method} ${endpoint.path}`;

function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(error instanceof Conflict ? 'CHANGED_MEANWHILE' : 'INTERNAL');
}

/** The door of a room: find the promise, recognise the caller, count the call, read the input, hand over, check and give the answer. */
export function serve<Needs>(routes: readonly Route<Needs>[], needs: Needs, desk: Desk) {
  const byKey = new Map(routes.map((route) => [keyOf(route), route]));
  const routeFor = ({ method, path }: Arrival) => byKey.get(`${method} ${path}`);

  const receive = async (event: GatewayEvent): Promise<Answer> => {
    const arrival = arrivalOf(event);
    const found = routeFor(arrival);
    if (!found) throw new Refusal('ENDPOINT_UNKNOWN');
    await desk.ready();
    const { endpoint, handle } = found;
    const caller = await recognise(endpoint.caller, arrival.headers, desk.doors);
    const { requestId, sourceIp } = arrival;
    const watching = { caller, path: endpoint.path, requestId, witness: desk.witness, outcomeOf: (error: unknown) => refusalFor(error).code };
    return witnessed(watching, async (note) => {
      requireRole(endpoint, caller);
      await desk.limits.admit(endpoint, caller, sourceIp);
      const input = readInput(endpoint, arrival);
      note(input);
      requireStepUp(endpoint, caller);
      return json(200, endpoint.output.parse(await handle({ caller, input, requestId }, needs)));
    });
  };

  const answerRefusals: middy.MiddlewareObj<GatewayEvent, Answer> = {
    onError(request) {
      const arrival = arrivalOf(request.event);
      const { requestId } = arrival;
      const refusal = refusalFor(request.error);
      const defect = refusal.code === 'INTERNAL' ? { defect: defectOf(request.error) } : {};
      const reason = request.error instanceof NotRecognised ? { reason: request.error.fault } : {};
      const endpoint = routeFor(arrival)?.endpoint;
      desk.log({ level: refusal.code === 'INTERNAL' ? 'error' : 'info', event: 'declined', code: refusal.code, path: endpoint?.path ?? 'unknown', requestId, ...reason, ...defect });
      request.response = refused(refusal, { endpoint, requestId });
    },
  };

  return middy<GatewayEvent, Answer>().use(answerRefusals).handler(receive);
}
