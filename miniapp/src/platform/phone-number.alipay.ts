import type { PhoneNumber, PhoneNumberButton } from './phone-number';

const CANCELLED = { cancelled: true } as const;

export const phoneNumberButton = (onNumber: (number: PhoneNumber) => void): PhoneNumberButton => ({
  openType: 'getAuthorize',
  scope: 'phoneNumber',
  onGetAuthorize: () => my.getPhoneNumber({ success: ({ response }) => onNumber({ packet: response }), fail: () => onNumber(CANCELLED) }),
  onError: () => onNumber(CANCELLED),
});
