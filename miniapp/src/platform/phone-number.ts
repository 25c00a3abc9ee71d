/**
 * The account's phone number: on Alipay in its signed packet, on WeChat behind a code, which only the service can open or redeem.
 * `unavailable`: the platform does not give it (no quota, no permission, too old); `unagreed`: not without the privacy agreement. Either way the person
 * can type it instead.
 */
export type PhoneNumber = { readonly packet: string } | { readonly code: string } | { readonly cancelled: true } | { readonly unavailable: true } | { readonly unagreed: true };

/** What WeChat's event says. */
export interface NumberEvent {
  readonly detail: { readonly code?: string; readonly errMsg?: string; readonly errno?: number };
}

export interface PhoneNumberButton {
  readonly openType?: 'getAuthorize' | 'getPhoneNumber';
  readonly scope?: 'phoneNumber';
  readonly onClick?: () => void;
  readonly onGetAuthorize?: () => void;
  readonly onGetPhoneNumber?: (event: NumberEvent) => void;
  readonly onError?: () => void;
}

/** How a button must be made so that a tap on it may ask for the phone number. */
export declare const phoneNumberButton: (onNumber: (number: PhoneNumber) => void) => PhoneNumberButton;

/** The number without asking anybody: Alipay gives it to who was once let have it. */
export declare const phoneNumberAgain: () => Promise<PhoneNumber>;
