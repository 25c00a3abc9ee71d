import { HOUR, MINUTE, later } from '@yibao/shared';
import * as z from 'zod/mini';
import { parsed } from './ask';
import { opened, sealed, type Fields } from './envelope';
import { SecureUrl } from './secure-url';
import { Sm2PrivateKey, Sm2PublicKey } from './sm2-keys';

/** The bureau's information platform: transactions are posted to `url`/`infno`. */
export const BureauConfig = z.strictObject({
  /** Left out where the platform is reached by the gate into the bureau's network. */
  url: z.optional(SecureUrl),
  /** Our 12-character organisation code: a letter, the region, a serial number. */
  orgCode: z.string().check(z.regex(/^[A-Z]\d{11}$/)),
  appId: z.string().check(z.minLength(16)),
  appSecret: z.string().check(z.minLength(16)),
  /** Ours, SM2. */
  privateKey: Sm2PrivateKey,
  /** The platform's, SM2. */
  platformPublicKey: Sm2PublicKey,
});
export type BureauConfig = z.infer<typeof BureauConfig>;

const TOLERANCE_MS = 5 * MINUTE;

/** Beijing time as yyyyMMddHHmmss. */
export const compactTime = (at: Date) => later(at, 8 * HOUR).toISOString().replace(/\D/g, '').slice(0, 14);

const timeIn = (compact: string) => Date.parse(`${compact.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6')}+08:00`);

const isNear = (compact: string, now: Date) => Math.abs(timeIn(compact) - now.getTime()) <= TOLERANCE_MS;

/** A message of ours as JSON text, in the national envelope. */
export const messageOf = (content: Fields, config: BureauConfig, now: Date) =>
  JSON.stringify(sealed(content, { account: config, timestamp: compactTime(now), privateKey: config.privateKey }));

const Sealed = z.looseObject({
  appId: z.string(),
  version: z.literal('2.0.1'),
  timestamp: z.string().check(z.regex(/^\d{14}$/)),
  encType: z.literal('SM4'),
  signType: z.literal('SM2'),
  encData: z.string().check(z.regex(/^([0-9A-Fa-f]{32})+$/)),
  signData: z.string().check(z.minLength(1)),
});

/** What the platform answers when it does not even take the message; not signed, so that only the number is noted. */
const Refused = z.object({ success: z.literal(false), code: z.int() });

function throwWhenRefused(text: string): void {
  const refused = Refused.safeParse(parsed(z.unknown(), text));
  if (refused.success) throw new Error(`code ${refused.data.code}`);
}

/** The content of an answer that the platform has signed within the last minutes. Throws, without repeating any of it, for all else. */
export function contentOf(text: string, config: BureauConfig, now: Date): Fields {
  throwWhenRefused(text);
  const message = parsed(Sealed, text);
  if (message.appId !== config.appId) throw new Error('envelope of another account');
  const content = opened(message, { account: config, publicKey: config.platformPublicKey });
  if (!isNear(message.timestamp, now)) throw new Error('envelope out of time');
  return content;
}
