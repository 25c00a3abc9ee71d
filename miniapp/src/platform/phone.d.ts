import type { CardToAdd, Channel, FaceTask, WalletCard } from '@yibao/shared';
import type { Adding, Opening } from './card';
import type { PhoneNumber } from './phone-number';
import type { Subscribing } from './subscribe';

type OneTimeCode = { readonly code: string } | { readonly cancelled: true };

/** What a phone does for the web preview: the abilities that WeChat and Alipay give to a mini-program. */
interface Phone {
  readonly channel: Channel;
  readonly scene?: string;
  /** What the code said that was scanned. */
  readonly query?: Readonly<Record<string, string>>;
  login(): Promise<{ readonly code: string }>;
  realName(): Promise<OneTimeCode>;
  accountCode(): Promise<OneTimeCode>;
  face(task: FaceTask): Promise<{ readonly done: boolean }>;
  phoneNumber(): Promise<PhoneNumber>;
  phoneNumberAgain(): Promise<PhoneNumber>;
  /** Absent where the phone's app has no such messages. */
  subscribe?(ids: readonly string[]): Promise<Subscribing>;
  /** Absent where the phone's app has no wallet. */
  addCard?(card: CardToAdd): Promise<Adding>;
  openCard?(card: WalletCard): Promise<Opening>;
}

declare global {
  interface Window {
    readonly phone: Phone;
  }
}
