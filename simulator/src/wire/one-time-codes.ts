import { MINUTE, later, type Clock } from '@yibao/shared';

const LIFETIME_MS = 5 * MINUTE;

export type Redeemed<T> = { readonly state: 'good'; readonly value: T } | { readonly state: 'unknown' | 'used' | 'expired' };

/** Codes that can be exchanged once, within five minutes. */
export interface OneTimeCodes<T> {
  issue(value: T): string;
  redeem(code: string): Redeemed<T>;
}

export function oneTimeCodes<T>(now: Clock, newCode: () => string): OneTimeCodes<T> {
  const issued = new Map<string, { value: T; until: Date; used: boolean }>();
  return {
    issue(value) {
      const code = newCode();
      issued.set(code, { value, until: later(now(), LIFETIME_MS), used: false });
      return code;
    },
    redeem(code) {
      const found = issued.get(code);
      if (!found) return { state: 'unknown' };
      if (found.used) return { state: 'used' };
      if (now() >= found.until) return { state: 'expired' };
      found.used = true;
      return { state: 'good', value: found.value };
    },
  };
}
