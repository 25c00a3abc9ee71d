import { privacyRefusal } from './failure';
import type { NumberEvent, PhoneNumber, PhoneNumberButton } from './phone-number';

const DENIED = /\b(user )?(deny|denied|cancel)/i;

/**
 * A code, or why there is none: the person did not want to (`getPhoneNumber:fail user deny`); or the mini-program cannot (errno 1400001: its
 * paid quota is used up; 112: not in its privacy declaration; `no permission`; a base library before 2.21.2, which knows no code).
 */
export function numberIn({ detail }: NumberEvent): PhoneNumber {
  const { code, errMsg = '' } = detail;
  if (code !== undefined && code !== '') return { code };
  if (privacyRefusal(detail) === 'PRIVACY_REQUIRED') return { unagreed: true };
  return DENIED.test(errMsg) ? { cancelled: true } : { unavailable: true };
}

export const phoneNumberButton = (onNumber: (number: PhoneNumber) => void): PhoneNumberButton => ({
  openType: 'getPhoneNumber',
  onGetPhoneNumber: (event) => onNumber(numberIn(event)),
});

/** WeChat gives it for a tap only. */
export const phoneNumberAgain = (): Promise<PhoneNumber> => Promise.resolve({ unavailable: true });
