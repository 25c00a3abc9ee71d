import type * as z from 'zod/mini';
import type { OperatorRole } from '../model/operator';
import type { StepUpAction } from '../model/step-up';
import type { RefusalCode } from '../refusals';

/**
 * Who may call: `citizen` with a session token, `institution` (定点机构) or `operator` (a person at the bureau's desk) with the token that it got for its
 * key, or `anyone`.
 */
export type CallerKind = 'anyone' | 'citizen' | 'institution' | 'operator';

/** One promise of the service. The table of these is the only list of endpoints. */
export interface Endpoint<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType, C extends CallerKind = CallerKind> {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly caller: C;
  readonly input: I;
  readonly output: O;
  /** Business reasons, beyond those of the door (see DOOR_REFUSALS), for which this endpoint declines. */
  readonly refusals: readonly RefusalCode[];
  /** Why the same request sent twice has one effect. */
  readonly idempotency: string;
  /** The session must have confirmed this action by PIN or face minutes ago; otherwise STEP_UP_REQUIRED. */
  readonly stepUp?: StepUpAction;
  /** An operator must have one of these roles; otherwise ROLE_MISSING. */
  readonly roles?: readonly OperatorRole[];
  /** `national`: HTTP 200 with `{code, message, data}` as hospital systems expect (transaction 1162, `ec.query`). */
  readonly dialect?: 'national';
  /** Requests a second that the edge lets through, and the burst above it. */
  readonly rate: { readonly perSecond: number; readonly burst: number };
}

/** Refusals that any endpoint may answer before its use case runs. */
export const DOOR_REFUSALS = [
  'REQUEST_UNREADABLE',
  'REQUEST_MALFORMED',
  'REQUEST_TOO_LARGE',
  'RATE_LIMITED',
  'CHANGED_MEANWHILE',
  'UPSTREAM_BUSY',
  'INTERNAL',
] as const satisfies readonly RefusalCode[];

export const endpoint = <I extends z.ZodMiniType, O extends z.ZodMiniType, const C extends CallerKind>(e: Endpoint<I, O, C>) => e;

export type Input<E extends Endpoint> = z.infer<E['input']>;
export type Output<E extends Endpoint> = z.infer<E['output']>;
