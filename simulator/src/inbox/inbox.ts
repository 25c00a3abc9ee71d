/** A message as a person's phone shows it, in the app that it came to. */
export interface Letter {
  /** Instant */
  readonly at: string;
  readonly app: 'sms' | 'weapp' | 'alipay';
  /** Who the app says has sent it: the signature of a text message, the name of the mini-program. */
  readonly from: string;
  readonly title?: string;
  readonly text?: string;
  /** The rows of a template message, as the template names them. */
  readonly lines?: readonly { readonly name: string; readonly value: string }[];
  /** The page of the mini-program that a tap on it opens. */
  readonly page?: string;
}

/** What has come to whom: text messages by phone number, messages of a platform by the account's openId. */
export interface Inbox {
  put(address: string, letter: Letter): void;
  /** Newest first. */
  at(address: string): readonly Letter[];
}

export function inbox(): Inbox {
  const letters = new Map<string, readonly Letter[]>();
  return {
    at: (address) => letters.get(address) ?? [],
    put: (address, letter) => void letters.set(address, [letter, ...(letters.get(address) ?? [])]),
  };
}
