/** What the counter page sends for one scan. `scan` names the scan itself: sending it again is the same scan, not a second use. */
export interface Scan {
  readonly scan: string;
  readonly code: string;
  readonly businessType: string;
}

/** What the clerk learns. */
export interface Holder {
  readonly name: string;
  readonly idNumber: string;
  readonly gender: string;
  readonly birthday: string;
  /** e.g. 济南市（370100） */
  readonly region: string;
  /** 用码渠道 */
  readonly channel: string;
  readonly ecToken: string;
}

interface Facts {
  /** The business as the clerk calls it, e.g. 门诊挂号. */
  readonly business: string;
  /** Time of the answer, Beijing, e.g. 2026-11-22 16:05:09. */
  readonly at: string;
}

export type ScanReply =
  | (Facts & { readonly outcome: 'accepted'; readonly holder: Holder })
  | (Facts & { readonly outcome: 'refused'; readonly code: number; readonly title: string; readonly remedy: string; readonly retry: boolean })
  | (Facts & { readonly outcome: 'unreachable' });
