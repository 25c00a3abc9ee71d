import type { Change } from './retell';

/**
 * What can go wrong between the service and another side.
 * delay: done `ms` later; error: HTTP 500 and nothing done; expired-token: WeChat's tokens end before the call; clock-offset: the other side's clock
 * is `ms` ahead for this call; duplicate: the question arrives twice, what was said the second time is the answer.
 * All others are done and then answered wrongly: the connection cut (drop), no JSON (garbage), a page (html), half of the answer (truncated), a
 * megabyte more (huge), values of other types and a signature over them (wrong-type), a signature that does not belong to the answer
 * (wrong-signature), `ms` after it was done (late), or the answer that the same call gave to the question before, genuine but about
 * somebody else (swapped; the connection is cut where there was none).
 */
export const FAULT_KINDS = ['delay', 'late', 'error', 'drop', 'duplicate', 'swapped', 'garbage', 'html', 'truncated', 'huge', 'wrong-type', 'wrong-signature', 'expired-token', 'clock-offset'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const UPSTREAMS = ['weapp', 'alipay', 'sms', 'bureau'] as const;
export type Upstream = (typeof UPSTREAMS)[number];

/** What `ms` is for the kinds that need one, unless told. */
export const USUAL_MS: Readonly<Partial<Record<FaultKind, number>>> = { delay: 3000, late: 9000, 'clock-offset': 360_000 };

/** A failure to order: it hits the next `times` calls of this upstream ("*": any), or of its `call` alone. */
export interface Fault {
  readonly upstream: Upstream | '*';
  readonly call?: string | undefined;
  readonly kind: FaultKind;
  readonly times: number;
  readonly ms?: number | undefined;
  /** What a wrong-type does to the content, where a test in this process wants something particular. */
  readonly change?: Change;
}
