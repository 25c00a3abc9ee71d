import { createHash } from 'node:crypto';

/** The values that a card's signature is over (微信卡券 附录4); `ticket` is the api_ticket. */
export interface CardValues {
  readonly ticket: string;
  readonly cardId: string;
  readonly code: string;
  /** Seconds since 1970. */
  readonly timestamp: string;
  readonly nonce: string;
}

const byCodePoint = (a: string, b: string) => (a < b ? -1 : 1);

/** SHA-1 over the values alone, sorted and joined without anything between. */
export const cardSignature = (values: CardValues) => createHash('sha1').update(Object.values<string>({ ...values }).sort(byCodePoint).join('')).digest('hex');
