const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** The service's address as it is built in. Throws where it is neither encrypted nor this machine itself. */
export function apiAddress(address: string): string {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname))) return address;
  throw new Error(`TARO_APP_API: https: expected, not ${protocol}//${hostname}`);
}
