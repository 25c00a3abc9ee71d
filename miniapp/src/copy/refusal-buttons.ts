import type { RefusalCode } from '@yibao/shared';
import { labels as en } from './en/refusal-buttons';
import { inLanguages } from './in-languages';
import { labels as zh } from './zh/refusal-buttons';

export const labels = inLanguages({ zh, en });

/** What a button under a refusal does; the screen supplies those that make sense on it. */
export type Remedy = 'retry' | 'home' | 'activate' | 'call' | 'resume' | 'resetPin' | 'byHand' | 'settings';

type Label = keyof typeof labels;

export interface RemedyButton {
  readonly remedy: Remedy;
  readonly label: Label;
}

interface Buttons {
  readonly main: RemedyButton;
  readonly second?: RemedyButton;
}

const offer = (remedy: Remedy, label: Label): RemedyButton => ({ remedy, label });

const retry = (label: Label = 'retry') => offer('retry', label);
const home = (label: Label = 'home') => offer('home', label);
const call = offer('call', 'call');
const byHand = offer('byHand', 'byHand');
const activate = offer('activate', 'activate');

export const REFUSAL_BUTTONS: Readonly<Record<RefusalCode, Buttons>> = {
  REQUEST_UNREADABLE: { main: retry(), second: home() },
  REQUEST_MALFORMED: { main: retry('mend') },
  REQUEST_TOO_LARGE: { main: retry('mend') },
  ENDPOINT_UNKNOWN: { main: home() },
  STEP_UP_REQUIRED: { main: retry('confirm') },
  SESSION_REQUIRED: { main: retry('goOn') },
  INSTITUTION_UNKNOWN: { main: home() },
  OPERATOR_REQUIRED: { main: home() },
  ROLE_MISSING: { main: home() },
  RATE_LIMITED: { main: retry() },
  CHANGED_MEANWHILE: { main: retry() },
  UPSTREAM_BUSY: { main: retry(), second: home('later') },
  INTERNAL: { main: retry(), second: call },
  OFFLINE: { main: retry() },
  TIMEOUT: { main: retry(), second: home('later') },

  PRIVACY_REQUIRED: { main: retry('lookAgain'), second: home('notNow') },
  ABILITY_UNDECLARED: { main: call, second: home() },
  CAMERA_DENIED: { main: offer('settings', 'toSettings'), second: retry('opened') },
  HOST_TOO_OLD: { main: home('understood'), second: call },
  PLATFORM_FAILED: { main: retry(), second: home('later') },

  PLATFORM_CODE_REJECTED: { main: retry() },
  ID_CANCELLED: { main: retry('verifyAgain'), second: home('noActivation') },
  ID_CODE_REJECTED: { main: retry('verifyAgain') },
  ID_NO_REALNAME: { main: retry('realName'), second: home('noActivation') },
  ID_MISMATCH: { main: retry('fillAgain'), second: call },

  STEP_OUT_OF_ORDER: { main: offer('resume', 'resume') },
  AGREEMENT_OUTDATED: { main: offer('resume', 'newAgreement') },
  INSURED_NOT_FOUND: { main: call, second: retry('searchAgain') },
  INSURED_TOO_NEW: { main: home('understood') },
  RECORD_DUPLICATE: { main: call, second: retry('searchAgain') },
  UNDER_AGE: { main: home('understood') },
  FACE_CONSENT_REQUIRED: { main: retry('readIt'), second: home('noActivation') },
  FACE_CANCELLED: { main: retry('startFace'), second: home('noActivation') },
  FACE_LIGHT: { main: retry('onceMore') },
  FACE_NETWORK: { main: retry('onceMore') },
  FACE_NO_PHOTO: { main: byHand, second: retry('onceMore') },
  FACE_MISMATCH: { main: retry('myself') },
  FACE_TOO_MANY: { main: home('understood'), second: byHand },
  FACE_UNSUPPORTED: { main: home('understood'), second: byHand },
  REGION_NOT_OPEN: { main: retry('otherRegion'), second: home('understood') },
  REGION_NOT_YOURS: { main: retry('chooseAgain') },
  PHONE_PACKET_REJECTED: { main: retry('onceMore') },
  PHONE_SAME: { main: retry('otherNumber') },
  PHONE_TAKEN: { main: retry('otherNumber'), second: call },
  PHONE_FOREIGN: { main: retry('otherNumber') },
  PHONE_BY_ALIPAY: { main: retry('seeSteps') },
  SMS_TOO_SOON: { main: retry('understood') },
  SMS_TOO_MANY: { main: home('understood') },
  SMS_WRONG: { main: retry('enterAgain') },
  SMS_EXPIRED: { main: retry('getAgain') },
  PIN_WEAK: { main: retry('another') },

  VOUCHER_NOT_FOUND: { main: activate },
  REGION_REQUIRED: { main: offer('activate', 'chooseRegion') },
  PIN_REQUIRED: { main: retry('enterPin') },
  PIN_WRONG: { main: retry('enterAgain') },
  PIN_SAME: { main: retry('another') },
  PIN_LOCKED: { main: offer('resetPin', 'faceReset'), second: home('understood') },

  BINDING_NOT_FOUND: { main: retry('refresh') },
  BINDING_ENDED: { main: retry('refresh') },
  UNBIND_OTHER_CHANNEL: { main: home('understood') },
  UNBIND_TOO_MANY: { main: home('understood'), second: call },

  CARD_UNSUPPORTED: { main: home('understood') },
  CARD_UNKNOWN: { main: retry('onceMore') },

  LOOKUP_TOO_MANY: { main: home() },
  CASE_UNKNOWN: { main: home() },
  CASE_TAKEN: { main: home() },
  CASE_OWN_APPROVAL: { main: home() },
  CASE_CLOSED: { main: home() },
  CASE_EXPIRED: { main: home() },
  CASE_ASKER_LEFT: { main: home() },
  NOTHING_TO_UNBIND: { main: home() },
  TICKET_UNKNOWN: { main: home() },
  TICKET_CLOSED: { main: home() },
  FACE_NOT_WAITING: { main: home() },

  NOTICE_NOT_TAKEN: { main: home('understood') },
  MESSAGE_NOT_GENUINE: { main: home() },

  CODE_FOREIGN: { main: retry() },
  CODE_NOT_VALID: { main: retry() },
  CODE_USED: { main: retry() },
  CODE_NEEDS_NETWORK: { main: retry() },
};
