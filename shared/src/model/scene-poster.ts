import * as z from 'zod/mini';
import { Channel } from './channel';
import { RegionCode } from './region';

/** 福利码: a promoter's code number, as it is printed. */
const PromotionCode = z.string().check(z.regex(/^[0-9A-Z]{4,12}$/, '福利码应为4至12位大写字母或数字'));

const OTHER = 'other';
const Other = z.literal(OTHER);

/**
 * What an activation QR says of where it hangs (ACT-8): for which channel it was made, the region, the promotion code.
 * What cannot be understood is `other`; it never keeps a person from activating.
 */
export const Poster = z.strictObject({
  channel: z.union([Channel, Other]),
  region: z.optional(z.union([RegionCode, Other])),
  promotion: z.optional(z.union([PromotionCode, Other])),
});
export type Poster = z.infer<typeof Poster>;

/** WeChat's getUnlimitedQRCode takes this many characters, of these. */
export const SCENE_PARAMETER = /^[\w!#$&'()*+,/:;=?@\-.~]{1,32}$/;

const LETTERS = new Map<unknown, Channel>([['w', 'weapp'], ['a', 'alipay']]);

/** Read from the phone's launch, so anything may be in it. */
export type Query = Readonly<Record<string, unknown>>;

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The first of two pairs with the same name counts. */
const pairsIn = (text: string): Query => {
  const pairs = text.split('&').map((pair): [string, string | undefined] => [pair.split('=')[0]!, pair.split('=')[1]]);
  return Object.fromEntries(pairs.reverse());
};

const queryOfLink = (link: string) => pairsIn(link.replace(/#.*$/, '').replace(/^[^?]*\??/, ''));

type Reader = (text: string) => Query;

/**
 * Where a platform puts what a code says: WeChat's own code into `scene`; the link of an ordinary QR code into `q` on WeChat and `qrCode`
 * on Alipay, all of them percent-encoded. Alipay's own code, and a link that opens the mini-program, give the pairs themselves.
 */
const CARRIERS: readonly (readonly [string, Reader])[] = [
  ['scene', (text) => (SCENE_PARAMETER.test(text) ? pairsIn(text) : {})],
  ['q', queryOfLink],
  ['qrCode', queryOfLink],
];

const LONGEST = 1024;

function carried(query: Query): Query | undefined {
  const [name, read] = CARRIERS.find(([name]) => query[name] !== undefined) ?? [];
  if (name === undefined || read === undefined) return ['c', 'r', 'p'].some((key) => query[key] !== undefined) ? query : undefined;
  const text = query[name];
  return typeof text === 'string' && text.length <= LONGEST ? read(decoded(text) ?? '') : {};
}

const readAs = <T>(schema: z.ZodMiniType<T>, value: unknown): T | typeof OTHER | undefined => {
  if (value === undefined) return undefined;
  const read = schema.safeParse(value);
  return read.success ? read.data : OTHER;
};

/** What the QR said that opened the mini-program; undefined where none did. */
export function posterIn(query: Query): Poster | undefined {
  const said = carried(query);
  if (!said) return undefined;
  const region = readAs(RegionCode, said['r']);
  const promotion = readAs(PromotionCode, said['p']);
  return { channel: LETTERS.get(said['c']) ?? OTHER, ...(region && { region }), ...(promotion && { promotion }) };
}

/** How a QR says it, for both platforms: `c=w&r=370100&p=QD2026`, 27 characters at most. */
export const posterQuery = ({ channel, region, promotion }: { channel: Channel; region?: string; promotion?: string }): string =>
  [`c=${channel[0]!}`, ...(region === undefined ? [] : [`r=${region}`]), ...(promotion === undefined ? [] : [`p=${promotion}`])].join('&');
