import type { Channel, Endpoint, Input, OperatorRole, StepUpAction } from '@yibao/shared';

/** A citizen's platform account on one device, as its session says. */
export interface Citizen {
  readonly kind: 'citizen';
  /** Blind index of channel and openId; never the openId itself. */
  readonly account: string;
  readonly channel: Channel;
  /** The platform's own id of the account, for calls to the platform. */
  readonly openId: string;
  readonly device: string;
  /** The session's id. */
  readonly session: string;
  /** What this session confirmed by PIN or face minutes ago. */
  readonly steppedUp: readonly StepUpAction[];
}

export interface Institution {
  readonly kind: 'institution';
  readonly orgId: string;
  readonly name: string;
}

/** A person at the bureau's desk, known by number. */
export interface Operator {
  readonly kind: 'operator';
  readonly id: string;
  readonly roles: readonly OperatorRole[];
}

export interface Anyone {
  readonly kind: 'anyone';
}

interface CallerByKind {
  readonly anyone: Anyone;
  readonly citizen: Citizen;
  readonly institution: Institution;
  readonly operator: Operator;
}

export type Caller = CallerByKind[keyof CallerByKind];

export type CallerOf<E extends Endpoint> = CallerByKind[E['caller']];

/** A request that has been authenticated and validated. */
export interface Call<E extends Endpoint = Endpoint> {
  readonly caller: CallerOf<E>;
  readonly input: Input<E>;
  readonly requestId: string;
}
