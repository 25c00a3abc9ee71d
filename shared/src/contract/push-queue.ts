import type { Way } from '../model/way';

/** How couriers take their errands from the queue of a way: the deployed queues and the local ones are made from this. */
export const PUSH_QUEUE = {
  /** Errands that one courier is handed at once: all of them fit into its time, even if the platform is silent about each. */
  batchSize: 3,
  /** Couriers at the same time, for each way. Lambda knows no smaller number for a queue. */
  couriers: 2,
  timeoutSeconds: 30,
  /** How long an errand that failed waits for its next try: six times the courier's time, as AWS advises. */
  againSeconds: 180,
  /** An hour of tries; then it is put aside and an alarm goes off. */
  tries: 20,
} as const;

/**
 * Messages a second, at most. No platform publishes a number for all: WeChat tells each account its own (`/cgi-bin/openapi/quota/get`,
 * `rate_limit`), Alipay and the providers of text messages agree on one. These are cautious; the bureau file may say others.
 */
export const PUSH_RATES: Readonly<Record<Way, number>> = { weapp: 20, alipay: 10, sms: 10 };

const SECOND_MS = 1000;

/** How long a courier rests after each errand, so that all of a way together stay below its rate, whichever machines they are. */
export const restMs = (perSecond: number): number => Math.ceil((SECOND_MS * PUSH_QUEUE.couriers) / perSecond);
