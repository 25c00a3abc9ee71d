import type { PhoneNumber, PhoneNumberButton } from './phone-number';

export const phoneNumberButton = (onNumber: (number: PhoneNumber) => void): PhoneNumberButton => ({
  onClick: () => void window.phone.phoneNumber().then(onNumber),
});

export const phoneNumberAgain = (): Promise<PhoneNumber> => window.phone.phoneNumberAgain();
