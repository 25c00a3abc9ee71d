import type { FaceTask, Instant } from '@yibao/shared';
import type { TemplateName } from './message-config';

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
  /** The phone number that the account's holder chose to give (getuserphonenumber). Throws PHONE_PACKET_REJECTED, PHONE_FOREIGN or UPSTREAM_BUSY. */
  phoneOf(code: string, account: { openId: string }): Promise<string>;
}

export interface Alipay extends Platform {
  /** The account's real name (scope auth_user). Throws ID_CODE_REJECTED, ID_NO_REALNAME or UPSTREAM_BUSY. */
  readRealName(code: string): Promise<RealPerson & { openId: string }>;
  /** The account's phone number out of the signed packet of my.getPhoneNumber. Throws PHONE_PACKET_REJECTED. */
  phoneIn(packet: string): string;
}

/** WeChat's 卡包: one kind of card of the bureau's official account; each holder's has a code that the service chose. All throw UPSTREAM_BUSY, and CARD_UNSUPPORTED where the account has no permission. */
export interface WeChatCards {
  readonly cardId: string;
  /** What wx.addCard wants as cardExt to add the card with this code, once. */
  extensionFor(code: string): Promise<string>;
  /** The code behind the encrypted one that wx.addCard gave. Throws CARD_UNKNOWN. */
  decrypt(encrypted: string): Promise<string>;
  /** Whether the card with this code is in somebody's wallet and good. */
  holds(code: string): Promise<boolean>;
  /** Makes the card with this code void; false where it was never added. */
  close(code: string): Promise<boolean>;
}

/** What a holder's pass in Alipay's 卡包 says. */
export interface Pass {
  /** Ours, once for each pass. */
  readonly serialNumber: string;
  /** Masked. */
  readonly holder: string;
  readonly region: string;
  /** Until when the PIN is locked, where it is: codes are not shown before. */
  readonly lockedUntil?: string;
}

/** Alipay's 卡包 (alipass), from a template that was made once. All throw UPSTREAM_BUSY, and CARD_UNSUPPORTED where the application has no permission. */
export interface AlipayPasses {
  /** With the serial number it names a pass on the phone. */
  readonly partnerId: string;
  issue(pass: Pass, openId: string): Promise<void>;
  /** Brings a pass up to date; false where there is none. */
  update(pass: Pass): Promise<boolean>;
  /** Takes a pass out of the wallet; false where there is none. */
  close(serialNumber: string): Promise<boolean>;
}

/** A message that a bureau has a template for. Facts come in the template's order: texts of at most 20 characters, times and amounts as the platforms write them. */
export interface Message {
  readonly template: TemplateName;
  readonly facts: readonly string[];
  /** The page that a tap on it opens. */
  readonly page: string;
}

/** A platform's messages to who allowed them. */
export interface Messages {
  /** Throws NOTICE_NOT_TAKEN where the account does not want messages, or the platform will not deliver this one; else UPSTREAM_BUSY. */
  send(openId: string, message: Message): Promise<void>;
}

/** Both at most 20 characters: when it happened and what. */
export interface SmsNotice {
  readonly at: string;
  readonly what: string;
}

export interface Sms {
  /** Sends a verification code. Throws SMS_TOO_SOON or SMS_TOO_MANY (the provider sends no more to this number for now, or today) or UPSTREAM_BUSY. */
  sendCode(phone: string, code: string): Promise<void>;
  /** Tells of something that happened. Throws NOTICE_NOT_TAKEN (no template, no more to this number for now) or UPSTREAM_BUSY. */
  sendNotice(phone: string, notice: SmsNotice): Promise<void>;
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

/** Which settlement, in the platform's numbers: psn_no, setl_id, mdtrt_id, and the person's insured place. */
export interface SettlementPlace {
  readonly personNo: string;
  readonly settlementId: string;
  readonly visitId: string;
  readonly region: string;
}

/** A settlement as the platform has it; amounts in fen. `shared` was paid from a relative's account (共济). */
export interface BureauSettlement {
  readonly at: string;
  readonly orgId: string;
  readonly institution: string;
  readonly medType: string;
  readonly total: number;
  readonly fund: number;
  readonly account: number;
  readonly shared: number;
  readonly cash: number;
}

export interface SettledItem {
  readonly no: string;
  readonly code: string;
  readonly name: string;
  readonly count: string;
  readonly price: number;
  readonly total: number;
  readonly own: number;
}

/**
 * The platform's record of settlements. No page asks for it: one is found by the numbers of person, settlement and visit, none of which a scan
 * brings; and the notice, which brings the settlement's, brings the amounts with it. A use is told by when, where and what for (CODE-9).
 */
export interface BureauSettlements {
  /** Transaction 5203; undefined where there is none. Throws UPSTREAM_BUSY, also for an answer about another settlement. */
  settlement(place: SettlementPlace): Promise<BureauSettlement | undefined>;
  /** Transaction 5204, [] where there is none. */
  items(place: SettlementPlace): Promise<readonly SettledItem[]>;
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
