import { createHash } from 'node:crypto';
import { HOUR, SECOND } from '@yibao/shared';
import { fieldsOf } from '../wire/asked';

interface Extension {
  readonly code: string;
  readonly nonce: string;
}

export interface Rules {
  readonly cardId: string;
  readonly tickets: readonly string[];
  readonly now: Date;
  readonly usedNonces: ReadonlySet<string>;
}

const signed = (values: readonly string[]) => createHash('sha1').update([...values].sort((a, b) => (a < b ? -1 : 1)).join('')).digest('hex');

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const isOfNow = (timestamp: string, now: Date) => /^\d{10}$/.test(timestamp) && Math.abs(Number(timestamp) * SECOND - now.getTime()) < 2 * HOUR;

/** What WeChat's app makes of a cardExt: the code to add, or what it says when it does not take it. */
export function read(cardExt: string, { cardId, tickets, now, usedNonces }: Rules): Extension | { readonly fault: string } {
  const fields = fieldsOf(cardExt);
  const [code, timestamp, nonce] = [text(fields['code']), text(fields['timestamp']), text(fields['nonce_str'])];
  if (!/^[0-9A-Za-z]{1,20}$/.test(code) || fields['openid'] !== undefined) return { fault: 'invalid code' };
  if (!isOfNow(timestamp, now)) return { fault: 'invalid timestamp' };
  if (!/^[0-9A-Za-z]{1,32}$/.test(nonce) || usedNonces.has(nonce)) return { fault: 'invalid nonce_str' };
  const isSigned = tickets.some((ticket) => signed([ticket, timestamp, cardId, code, nonce]) === fields['signature']);
  return isSigned ? { code, nonce } : { fault: 'invalid signature' };
}
