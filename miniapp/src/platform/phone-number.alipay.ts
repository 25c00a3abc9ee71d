import type { PhoneNumber, PhoneNumberButton } from './phone-number';

export const phoneNumberAgain = () =>
  new Promise<PhoneNumber>((resolve) => {
    my.getPhoneNumber({ success: ({ response }) => resolve({ packet: response }), fail: () => resolve({ cancelled: true }) });
  });

export const phoneNumberButton = (onNumber: (number: PhoneNumber) => void): PhoneNumberButton => ({
  openType: 'getAuthorize',
  scope: 'phoneNumber',
  onGetAuthorize: () => void phoneNumberAgain().then(onNumber),
  onError: () => onNumber({ cancelled: true }),
});
