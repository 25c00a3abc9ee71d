import type { FaceTask, Instant } from '@yibao/shared';

/** A person as the platforms and the bureau know one. Never logged. */
export interface RealPerson {
  readonly name: string;
  readonly idNumber: string;
}

/** A face verification under way; kept in the activation's row until its result is asked. */
export interface FaceReference {
  /** verify_id (WeChat) or certify_id (Alipay). */
  readonly id: string;
  /** Our own number of this verification, unique, 32 letters or digits (out_seq_no, outer_order_no). */
  readonly orderNo: string;
}

/** What both platforms can do for an account that is known by its openId. Refusals are thrown; see each client. */
export interface Platform {
  /** Redeems the login code. Throws PLATFORM_CODE_REJECTED or UPSTREAM_BUSY. */
  signIn(code: string): Promise<{ openId: string }>;
  /** Opens a face verification for this person. Throws UPSTREAM_BUSY. */
  startFace(person: RealPerson, account: { openId: string; orderNo: string }): Promise<{ reference: FaceReference; task: FaceTask }>;
  /** Asks for the outcome. Resolves when passed; throws FACE_* or UPSTREAM_BUSY. */
  faceResult(person: RealPerson, account: { openId: string; reference: FaceReference }): Promise<void>;
}

export interface WeChat extends Platform {
  /** City service real-name check (checkrealnameinfo). Throws ID_CODE_REJECTED, ID_NO_REALNAME, ID_MISMATCH or UPSTREAM_BUSY. */
  checkRealName(person: RealPerson, account: { openId: string; code: string }): Promise<void>;
}

export interface Alipay extends Platform {
  /** The account's real name (scope auth_user). Throws ID_CODE_REJECTED, ID_NO_REALNAME or UPSTREAM_BUSY. */
  readRealName(code: string): Promise<RealPerson & { openId: string }>;
  /** The account's phone number out of the signed packet of my.getPhoneNumber. Throws PHONE_PACKET_REJECTED. */
  phoneIn(packet: string): string;
}

export interface Sms {
  /** Sends a verification code. Throws SMS_TOO_SOON or SMS_TOO_MANY (the provider sends no more to this number for now, or today) or UPSTREAM_BUSY. */
  sendCode(phone: string, code: string): Promise<void>;
}

/** One row of `insuinfo` of national transaction 1101. */
export interface InsuredRecord {
  /** insuplc_admdvs */
  readonly region: string;
  /** insutype: 310 职工, 390 居民 … */
  readonly insutype: string;
  /** psn_insu_stas: 1 normal, 2 suspended; ended rows are left out. */
  readonly suspended: boolean;
  /** psn_insu_date, YYYY-MM-DD */
  readonly insuredSince: string;
}

export interface BureauPlatform {
  /** The person's insurances, [] where the person is unknown. Throws RECORD_DUPLICATE, ID_MISMATCH (the bureau has another name for this number) or UPSTREAM_BUSY. */
  insuredRecords(person: RealPerson): Promise<readonly InsuredRecord[]>;
}

/** WeChat's access token as one row that all instances of the service share. */
export interface SharedToken {
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Where the shared token is kept. Losing it is harmless: it is asked for again. */
export interface TokenCache {
  read(): Promise<SharedToken | undefined>;
  write(token: SharedToken): Promise<void>;
}
