import { DAY, HOUR, MINUTE } from '../model/time';

/** Whose calls are counted together: a platform account, a device, an institution, one of its operators, a network address. */
export type LimitBy = 'account' | 'device' | 'institution' | 'operator' | 'address';

export interface Limit {
  readonly by: LimitBy;
  readonly most: number;
  readonly withinMs: number;
  /** What the use case itself counts: calls that failed, or questions about an ID number whatever they are asked for. */
  readonly counting?: 'failures' | 'look-ups';
}

/** Codes that are no valid voucher: 20 for an operator who mistypes, 200 for an institution that tries many operators' names. */
const BAD_CODES: readonly Limit[] = [
  { by: 'operator', most: 20, withinMs: 10 * MINUTE, counting: 'failures' },
  { by: 'institution', most: 200, withinMs: 10 * MINUTE, counting: 'failures' },
];

/** A person at the desk asks about thirty people an hour when it is busy; who asks about more is asked why. */
const LOOKUPS: readonly Limit[] = [
  { by: 'operator', most: 30, withinMs: HOUR, counting: 'look-ups' },
  { by: 'operator', most: 150, withinMs: DAY, counting: 'look-ups' },
];

/**
 * Who may call what how often, where guessing, asking about others or costs for the platforms could pay; beyond each endpoint's `rate`, which is for all
 * callers together. Each limit costs one write. Addresses are shared by thousands behind a mobile carrier, so those limits are wide.
 */
export const LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  'POST /session': [{ by: 'address', most: 6000, withinMs: 10 * MINUTE }],
  'POST /session/step-up': [{ by: 'account', most: 20, withinMs: 10 * MINUTE }],
  'POST /session/step-up/face': [{ by: 'account', most: 10, withinMs: DAY }],
  'POST /institution/token': [{ by: 'address', most: 300, withinMs: 10 * MINUTE }],
  'POST /operator/token': [{ by: 'address', most: 100, withinMs: 10 * MINUTE }],
  'POST /notice/settlement': [{ by: 'address', most: 60_000, withinMs: 10 * MINUTE }],
  'POST /activation/agreement': [{ by: 'account', most: 20, withinMs: HOUR }],
  'POST /activation/identity': [
    { by: 'account', most: 10, withinMs: HOUR },
    { by: 'address', most: 2000, withinMs: HOUR },
  ],
  'POST /activation/face': [{ by: 'device', most: 20, withinMs: HOUR }],
  'POST /activation/phone': [{ by: 'device', most: 20, withinMs: HOUR }],
  'POST /activation/pin': [{ by: 'account', most: 20, withinMs: HOUR }],
  'POST /phone/new': [
    { by: 'account', most: 10, withinMs: HOUR },
    { by: 'address', most: 1000, withinMs: HOUR },
  ],
  'POST /phone/new/code': [{ by: 'account', most: 30, withinMs: HOUR }],
  'POST /phone': [{ by: 'account', most: 20, withinMs: HOUR }],
  'POST /phone/account': [{ by: 'account', most: 60, withinMs: HOUR }],
  'POST /voucher/unlock': [{ by: 'account', most: 60, withinMs: 10 * MINUTE }],
  'POST /voucher/pin': [{ by: 'account', most: 10, withinMs: HOUR }],
  'POST /voucher/pin/reset': [{ by: 'account', most: 10, withinMs: HOUR }],
  'POST /wallet/card': [{ by: 'account', most: 30, withinMs: HOUR }],
  'POST /wallet/card/added': [{ by: 'account', most: 30, withinMs: HOUR }],
  'POST /binding/unbind': [{ by: 'account', most: 30, withinMs: HOUR }],
  'POST /hotline/lookup': LOOKUPS,
  'POST /hotline/cases': LOOKUPS,
  'POST /hotline/complete-activation': LOOKUPS,
  'POST /feedback': [
    { by: 'account', most: 10, withinMs: HOUR },
    { by: 'address', most: 1000, withinMs: HOUR },
  ],
  'POST /ec/query': BAD_CODES,
  'POST /ec/1162': BAD_CODES,
};

export const limitsOf = ({ method, path }: { readonly method: string; readonly path: string }): readonly Limit[] => LIMITS[`${method} ${path}`] ?? [];
