/** What can happen before the camera; "first" outcomes pass at the second try, the others stay. */
export const FACES = ['passes', 'light first', 'network first', 'light', 'network', 'no photo', 'another face', 'unsupported', 'cancelled'] as const;
export type Face = (typeof FACES)[number];

/** One row of the bureau's insurances (insuinfo of transaction 1101). */
export interface Insurance {
  readonly region: string;
  /** 310 职工, 390 居民 */
  readonly insutype: '310' | '390';
  /** 1101 在职, 1201 退休, 1403 学生, 1501 居民成年 */
  readonly psnType: string;
  /** 1 normal, 2 suspended, 4 ended */
  readonly status: '1' | '2' | '4';
  /** Months insured up to today. */
  readonly months: number;
  /** A second person number makes two records of one person. */
  readonly otherPersonNumber?: boolean;
}

export interface RealName {
  readonly name: string;
  readonly idNumber: string;
}

/** An invented insured person. Area 999999 is assigned to nobody, so no number belongs to a real one. */
export interface Person extends RealName {
  readonly id: string;
  /** One sentence: who this is and what should happen. */
  readonly story: string;
  readonly phone: string;
  /** The numbers that the platforms' accounts carry; a person can change each there. */
  readonly accountPhone: { readonly weapp: string; readonly alipay: string };
  readonly wechatId: string;
  readonly openId: { readonly weapp: string; readonly alipay: string };
  /** The real name behind the WeChat and the Alipay account; undefined: not certified. */
  readonly account?: RealName;
  readonly face: Face;
  /** Whether the person lets the mini-programs send them messages. */
  readonly subscribes: boolean;
  /** The name in the bureau's register. */
  readonly bureauName: string;
  /** [] for a person of whom the bureau knows nothing. */
  readonly insured: readonly Insurance[];
}
