import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE, type Clock } from '@yibao/shared';
import type { Asked } from './asked';

const TOLERANCE_MS = 5 * MINUTE;

const header = (asked: Asked, name: string) => {
  const value = asked.headers[name];
  return typeof value === 'string' ? value : '';
};

function expected(asked: Asked, secret: string): string {
  const parts = [asked.method, asked.path, header(asked, 'x-timestamp'), header(asked, 'x-nonce'), createHash('sha256').update(asked.body).digest('hex')];
  return createHmac('sha256', secret).update(parts.join('\n')).digest('hex');
}

function isEqual(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

/** Checks key, signature, time (5 minutes either way) and that a nonce comes once; says what is wrong, or nothing. */
export function hmacGuard(caller: { key: string; secret: string }, now: Clock): (asked: Asked) => string | undefined {
  const seen = new Set<string>();
  return (asked) => {
    const nonce = header(asked, 'x-nonce');
    if (header(asked, 'x-access-key') !== caller.key) return 'unknown access key';
    if (!isEqual(header(asked, 'x-signature'), expected(asked, caller.secret))) return 'signature does not match';
    if (!(Math.abs(now().getTime() - Number(header(asked, 'x-timestamp'))) <= TOLERANCE_MS)) return 'timestamp out of range';
    if (nonce === '' || seen.has(nonce)) return 'nonce used';
    seen.add(nonce);
    return undefined;
  };
}
