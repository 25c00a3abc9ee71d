import { isUtf8 } from 'node:buffer';

/** A defect can write a secret in another form than it has: escaped, encoded, with separators. Each reading of a text is searched. */

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

const character = (code: string, radix: number) => {
  const point = parseInt(code, radix);
  return point <= 0x10_ffff ? String.fromCodePoint(point) : '';
};

/** `\u5f20`, `&#24352;`, `&#x5f20;` */
const unescaped = (text: string) =>
  text
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, code: string) => character(code, 16))
    .replace(/&#x([0-9a-f]{2,6});/gi, (_, code: string) => character(code, 16))
    .replace(/&#(\d{2,7});/g, (_, code: string) => character(code, 10));

const CONTROL = /[\p{Cc}\p{Co}\p{Cn}]/u;

/** What bytes say; nothing where they are no text, as hashes and closed texts are not. */
function textIn(bytes: Buffer): string {
  const text = isUtf8(bytes) ? bytes.toString('utf8') : '';
  return CONTROL.test(text) ? '' : text;
}

const runs = (text: string, pattern: RegExp, encoding: 'base64' | 'hex') => [...text.matchAll(pattern)].map(([run]) => textIn(Buffer.from(run, encoding))).join(' ').trim();

/** Two letters of Chinese are 8 signs of base64 and 12 of hexadecimal. */
const decodings: readonly ((text: string) => string)[] = [
  percentDecoded,
  unescaped,
  (text) => runs(text, /[\w+/-]{8,}/g, 'base64'),
  (text) => runs(text, /(?<![0-9a-f])(?:[0-9a-f]{2}){6,}(?![0-9a-f])/gi, 'hex'),
];

/** How often one encoding may be in another. */
const DEPTH = 2;

/** The text and all that it says when it is decoded, once and again. */
export function readingsOf(raw: string): readonly string[] {
  const readings = new Set([raw.normalize('NFKC')]);
  let latest = [...readings];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    latest = latest.flatMap((text) => decodings.map((decode) => decode(text).normalize('NFKC'))).filter((text) => text !== '' && !readings.has(text));
    for (const text of latest) readings.add(text);
  }
  return [...readings];
}

/** Without what stands between letters and digits: `139 0000 5080`, `9999-99…`. */
export const joined = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
