import type { RefusalCode } from '@yibao/shared';

/** What a button under a refusal does; the screen supplies those that make sense on it. */
export type Remedy = 'retry' | 'home' | 'activate' | 'call' | 'resume' | 'resetPin' | 'byHand' | 'settings';

export interface RemedyButton {
  readonly remedy: Remedy;
  readonly label: string;
}

interface Buttons {
  readonly main: RemedyButton;
  readonly second?: RemedyButton;
}

const offer = (remedy: Remedy, label: string): RemedyButton => ({ remedy, label });

const retry = (label = '重试') => offer('retry', label);
const home = (label = '回首页') => offer('home', label);
const call = offer('call', '联系医保局');
const byHand = offer('byHand', '请人工核对');
const activate = offer('activate', '立即激活');

export const REFUSAL_BUTTONS: Readonly<Record<RefusalCode, Buttons>> = {
  REQUEST_UNREADABLE: { main: retry(), second: home() },
  REQUEST_MALFORMED: { main: retry('去改一改') },
  REQUEST_TOO_LARGE: { main: retry('去改一改') },
  ENDPOINT_UNKNOWN: { main: home() },
  STEP_UP_REQUIRED: { main: retry('去确认') },
  SESSION_REQUIRED: { main: retry('继续') },
  INSTITUTION_UNKNOWN: { main: home() },
  OPERATOR_REQUIRED: { main: home() },
  ROLE_MISSING: { main: home() },
  RATE_LIMITED: { main: retry() },
  CHANGED_MEANWHILE: { main: retry() },
  UPSTREAM_BUSY: { main: retry(), second: home('稍后再来') },
  INTERNAL: { main: retry(), second: call },
  OFFLINE: { main: retry() },
  TIMEOUT: { main: retry(), second: home('稍后再来') },

  PRIVACY_REQUIRED: { main: retry('再看一次'), second: home('先不用') },
  ABILITY_UNDECLARED: { main: call, second: home() },
  CAMERA_DENIED: { main: offer('settings', '去设置'), second: retry('我已打开') },
  HOST_TOO_OLD: { main: home('知道了'), second: call },
  PLATFORM_FAILED: { main: retry(), second: home('稍后再来') },

  PLATFORM_CODE_REJECTED: { main: retry() },
  ID_CANCELLED: { main: retry('重新验证'), second: home('暂不激活') },
  ID_CODE_REJECTED: { main: retry('重新验证') },
  ID_NO_REALNAME: { main: retry('我已完成实名'), second: home('暂不激活') },
  ID_MISMATCH: { main: retry('重新填写'), second: call },

  STEP_OUT_OF_ORDER: { main: offer('resume', '继续激活') },
  AGREEMENT_OUTDATED: { main: offer('resume', '看新协议') },
  INSURED_NOT_FOUND: { main: call, second: retry('再查一次') },
  INSURED_TOO_NEW: { main: home('知道了') },
  RECORD_DUPLICATE: { main: call, second: retry('再查一次') },
  UNDER_AGE: { main: home('知道了') },
  FACE_CONSENT_REQUIRED: { main: retry('看说明'), second: home('暂不激活') },
  FACE_CANCELLED: { main: retry('开始刷脸'), second: home('暂不激活') },
  FACE_LIGHT: { main: retry('再试一次') },
  FACE_NETWORK: { main: retry('再试一次') },
  FACE_NO_PHOTO: { main: byHand, second: retry('再试一次') },
  FACE_MISMATCH: { main: retry('本人再试一次') },
  FACE_TOO_MANY: { main: home('知道了'), second: byHand },
  FACE_UNSUPPORTED: { main: home('知道了'), second: byHand },
  REGION_NOT_OPEN: { main: retry('换参保地'), second: home('知道了') },
  REGION_NOT_YOURS: { main: retry('重新选择') },
  PHONE_PACKET_REJECTED: { main: retry('再试一次') },
  PHONE_SAME: { main: retry('换一个号码') },
  PHONE_TAKEN: { main: retry('换一个号码'), second: call },
  PHONE_FOREIGN: { main: retry('换一个号码') },
  PHONE_BY_ALIPAY: { main: retry('看更换步骤') },
  SMS_TOO_SOON: { main: retry('知道了') },
  SMS_TOO_MANY: { main: home('知道了') },
  SMS_WRONG: { main: retry('重新输入') },
  SMS_EXPIRED: { main: retry('重新获取') },
  PIN_WEAK: { main: retry('换一个') },

  VOUCHER_NOT_FOUND: { main: activate },
  REGION_REQUIRED: { main: offer('activate', '选择参保地') },
  PIN_REQUIRED: { main: retry('输入密码') },
  PIN_WRONG: { main: retry('重新输入') },
  PIN_SAME: { main: retry('换一个') },
  PIN_LOCKED: { main: offer('resetPin', '刷脸重设'), second: home('知道了') },

  BINDING_NOT_FOUND: { main: retry('刷新') },
  UNBIND_OTHER_CHANNEL: { main: home('知道了') },
  UNBIND_TOO_MANY: { main: home('知道了'), second: call },

  CARD_UNSUPPORTED: { main: home('知道了') },
  CARD_UNKNOWN: { main: retry('再试一次') },

  LOOKUP_TOO_MANY: { main: home() },
  CASE_UNKNOWN: { main: home() },
  CASE_TAKEN: { main: home() },
  CASE_OWN_APPROVAL: { main: home() },
  CASE_CLOSED: { main: home() },
  CASE_EXPIRED: { main: home() },
  NOTHING_TO_UNBIND: { main: home() },
  TICKET_UNKNOWN: { main: home() },
  TICKET_CLOSED: { main: home() },
  FACE_NOT_WAITING: { main: home() },

  NOTICE_NOT_TAKEN: { main: home('知道了') },
  MESSAGE_NOT_GENUINE: { main: home() },

  CODE_FOREIGN: { main: retry() },
  CODE_NOT_VALID: { main: retry() },
  CODE_USED: { main: retry() },
  CODE_NEEDS_NETWORK: { main: retry() },
};
