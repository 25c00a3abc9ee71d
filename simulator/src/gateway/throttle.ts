/** Requests a second that are let through on average, and how many at once. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** One token bucket per route; `admit` tells whether a request may pass at `now` (milliseconds). */
export function throttle(): { admit(key: string, rate: Rate, now: number): boolean } {
  const buckets = new Map<string, Bucket>();
  return {
    admit(key, { perSecond, burst }, now) {
      const { tokens, at } = buckets.get(key) ?? { tokens: burst, at: now };
      const filled = Math.min(burst, tokens + ((now - at) / 1000) * perSecond);
      const admitted = filled >= 1;
      buckets.set(key, { tokens: admitted ? filled - 1 : filled, at: now });
      return admitted;
    },
  };
}
