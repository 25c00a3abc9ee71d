/** The account's phone number in the platform's signed packet, which only the service can open. */
export type PhoneNumber = { readonly packet: string } | { readonly cancelled: true };

export interface PhoneNumberButton {
  readonly openType?: 'getAuthorize';
  readonly scope?: 'phoneNumber';
  readonly onClick?: () => void;
  readonly onGetAuthorize?: () => void;
  readonly onError?: () => void;
}

/** How a button must be made so that a tap on it may ask for the phone number. */
export declare const phoneNumberButton: (onNumber: (number: PhoneNumber) => void) => PhoneNumberButton;
