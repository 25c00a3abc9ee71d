import type { PhoneNumberButton } from './phone-number';

/** WeChat's activation has no phone step: the bureau's record holds the number. */
export const phoneNumberButton = (): PhoneNumberButton => ({});
