import * as z from 'zod/mini';

/** The names of this machine itself: nothing that is sent there can be read on the way. */
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Encrypted, or never leaving this machine. */
export function isSecure(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
}

/** Where another side is asked. An address without TLS elsewhere is refused at the start. */
export const SecureUrl = z.url().check(z.refine(isSecure, 'https: expected'));
