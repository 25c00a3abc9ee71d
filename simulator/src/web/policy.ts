import { createHash } from 'node:crypto';

const INLINE = /<script>([^]*?)<\/script>/g;

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The scripts that are written into a page, by hash: Taro puts one there that sizes the text. */
const inlineIn = (body: string | Uint8Array) => [...Buffer.from(body).toString('utf8').matchAll(INLINE)].map(([, text = '']) => hashOf(text));

/** The web build sets styles on its elements, the counter reads pictures with WebAssembly and shows its camera; nothing comes from elsewhere, nothing is framed. */
export function policyOf({ type, body }: { readonly type: string; readonly body: string | Uint8Array }): string {
  const scripts = type.startsWith('text/html') ? inlineIn(body) : [];
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
