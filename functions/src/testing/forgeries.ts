import { createHmac, sign } from 'node:crypto';
import { CLIENT_ASSERTION_TYPE } from '@yibao/shared';
import type { JWTPayload } from 'jose';
import { ASKER, operatorClaims, registered } from './bureau-desk';
import type { Answer, Desk } from './desk';
import { claimsAt, HOSPITAL, HOSPITAL_KEY, newSigningKey, signed, type SigningKey } from './hospital';
import { openCity } from './story';

/** Who signs in by a key, and where. */
export interface Side {
  readonly id: string;
  readonly key: SigningKey;
  readonly path: string;
  readonly open: () => Promise<Desk>;
  readonly claims: (at: Date, id?: string) => JWTPayload;
}

export const HOSPITALS: Side = { id: HOSPITAL.orgId, key: HOSPITAL_KEY, path: '/institution/token', open: () => openCity(), claims: claimsAt };

export const OPERATORS: Side = {
  id: ASKER.id,
  key: ASKER.key,
  path: '/operator/token',
  open: async () => {
    const desk = await openCity();
    await registered(desk, ASKER);
    return desk;
  },
  claims: (at, id = ASKER.id) => operatorClaims(at, id),
};

export const presented = (desk: Desk, { path }: Side, assertion: string): Promise<Answer> =>
  desk.post(path, { grant_type: 'client_credentials', client_assertion_type: CLIENT_ASSERTION_TYPE, client_assertion: assertion });

type Forgery = (desk: Desk, side: Side) => Promise<string> | string;

const base64url = (text: string | Buffer) => Buffer.from(text).toString('base64url');
const encoded = (value: unknown) => base64url(JSON.stringify(value));
const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
const headerOf = ({ key }: Side) => ({ alg: 'ES256', typ: 'client-authentication+jwt', kid: key.kid });

/** Signed with the registered key, however strange its JSON is. */
export const crafted = ({ key }: Side, header: string, claims: string): string => {
  const text = `${base64url(header)}.${base64url(claims)}`;
  return `${text}.${base64url(sign('sha256', Buffer.from(text), { key: key.privateKey, dsaEncoding: 'ieee-p1363' }))}`;
};

const withClaims = (change: (claims: JWTPayload, now: Date) => object): Forgery => (desk, { claims, key }) => {
  const own = claims(desk.clock.at);
  return signed({ ...own, ...change(own, desk.clock.at) }, { key });
};
const withHeader = (change: object): Forgery => (desk, side) => crafted(side, JSON.stringify({ ...headerOf(side), ...change }), JSON.stringify(side.claims(desk.clock.at)));

const unsignedAs = (alg: string): Forgery => (desk, side) => `${encoded({ ...headerOf(side), alg })}.${encoded(side.claims(desk.clock.at))}.`;

/** Signed as HMAC with what everybody may know: the public key. */
const confused: Forgery = (desk, side) => {
  const text = `${encoded({ ...headerOf(side), alg: 'HS256' })}.${encoded(side.claims(desk.clock.at))}`;
  return `${text}.${createHmac('sha256', JSON.stringify(side.key.registered)).update(text).digest('base64url')}`;
};
const altered: Forgery = async (desk, { claims, key }) => {
  const [header, , signature] = (await signed(claims(desk.clock.at), { key })).split('.');
  return [header, encoded({ ...claims(desk.clock.at), exp: seconds(desk.clock.at) + 120 }), signature].join('.');
};
const withParts = (change: (parts: string[]) => string[]): Forgery => async (desk, { claims, key }) => change((await signed(claims(desk.clock.at), { key })).split('.')).join('.');
const strangers = new Map<string, SigningKey>();
/** A key of the same name that nobody registered. */
const strangerOf = ({ key }: Side) => strangers.get(key.kid) ?? strangers.set(key.kid, newSigningKey(key.kid)).get(key.kid)!;
const byStranger = (header: (stranger: SigningKey) => object): Forgery => (desk, side) => signed(side.claims(desk.clock.at), { key: strangerOf(side), header: header(strangerOf(side)) });

const OTHER_ENVIRONMENT = 'https://test.example.cn/institution/token';

/** What, how it is made, what the log says of it, and whether it names somebody who is registered. */
export const FORGERIES: readonly (readonly [string, Forgery, string, 'named' | 'nobody'])[] = [
  ['no JWT', () => 'nonsense', 'malformed', 'nobody'],
  ['an empty text', () => '', 'malformed', 'nobody'],
  ['JSON of another kind', () => `${encoded([])}.${encoded(1)}.AA`, 'malformed', 'nobody'],
  ['more than 4 KB', withClaims(() => ({ padding: 'x'.repeat(5000) })), 'oversized', 'nobody'],
  ['a part too many', withParts((parts) => [...parts, 'AA']), 'malformed', 'nobody'],
  ['no signature', withParts(([header = '', claims = '']) => [header, claims, '']), 'signature', 'named'],
  ['a signature that is cut', withParts(([header = '', claims = '', signature = '']) => [header, claims, signature.slice(0, 40)]), 'signature', 'named'],
  ['alg none', unsignedAs('none'), 'algorithm', 'named'],
  ['alg nOnE', unsignedAs('nOnE'), 'algorithm', 'named'],
  ['HS256 with the public key', confused, 'algorithm', 'named'],
  ['another algorithm of elliptic curves', withHeader({ alg: 'ES384' }), 'algorithm', 'named'],
  ['an algorithm of RSA', withHeader({ alg: 'RS256' }), 'algorithm', 'named'],
  ['another key of the same name', byStranger(() => ({})), 'signature', 'named'],
  ['another key brought along in the header', byStranger(({ registered: jwk }) => ({ jwk })), 'signature', 'named'],
  ['an address of keys in the header', byStranger(() => ({ jku: 'https://example.cn/keys' })), 'signature', 'named'],
  ['a certificate brought along in the header', byStranger(() => ({ x5c: ['MIIB'], x5u: 'https://example.cn/cert' })), 'signature', 'named'],
  ['altered claims', altered, 'signature', 'named'],
  ['an extension that it calls critical', withHeader({ crit: ['b64'], b64: false }), 'malformed', 'named'],
  ['an extension that nobody knows', withHeader({ crit: ['pass'], pass: true }), 'malformed', 'named'],
  ['an unknown key', withHeader({ kid: 'nobody' }), 'unknown key', 'named'],
  ['a path for a key', withHeader({ kid: '../../etc/passwd' }), 'unknown key', 'named'],
  ['a property for a key', withHeader({ kid: '__proto__' }), 'unknown key', 'named'],
  ['a list for a key', withHeader({ kid: ['1'] }), 'malformed', 'nobody'],
  ['no key', withHeader({ kid: undefined }), 'malformed', 'nobody'],
  ['a key’s name of 65 characters', withHeader({ kid: 'k'.repeat(65) }), 'malformed', 'nobody'],
  ['a name that nobody registered', (desk, { claims, key }) => signed(claims(desk.clock.at, 'H00000000000'), { key }), 'unknown key', 'nobody'],
  ['a row’s name for its signer', (desk, { claims, key }) => signed(claims(desk.clock.at, 'ALL#1'), { key }), 'malformed', 'nobody'],
  ['no typ', withHeader({ typ: undefined }), 'claim typ', 'named'],
  ['typ JWT', withHeader({ typ: 'JWT' }), 'claim typ', 'named'],
  ['another subject', withClaims(() => ({ sub: 'H37010000002' })), 'claim sub', 'named'],
  ['no subject', withClaims(() => ({ sub: undefined })), 'claim sub', 'named'],
  ['no audience', withClaims(() => ({ aud: undefined })), 'claim aud', 'named'],
  ['another environment’s audience', withClaims(() => ({ aud: OTHER_ENVIRONMENT })), 'claim aud', 'named'],
  ['two audiences', withClaims(({ aud }) => ({ aud: [aud as string, OTHER_ENVIRONMENT] })), 'malformed', 'named'],
  ['an expiry that has passed', withClaims((_c, now) => ({ iat: seconds(now) - 200, exp: seconds(now) - 61 })), 'expired', 'named'],
  ['an issue too long ago', withClaims((_c, now) => ({ iat: seconds(now) - 361, exp: seconds(now) + 10 })), 'expired', 'named'],
  ['an issue in the future', withClaims((_c, now) => ({ iat: seconds(now) + 61, exp: seconds(now) + 100 })), 'claim iat', 'named'],
  ['a beginning in the future', withClaims((_c, now) => ({ nbf: seconds(now) + 61 })), 'claim nbf', 'named'],
  ['a life of more than five minutes', withClaims((_c, now) => ({ exp: seconds(now) + 301 })), 'long-lived', 'named'],
  ['an expiry beyond all time', withClaims(() => ({ exp: 1e300 })), 'long-lived', 'named'],
  ['an expiry as text', withClaims((_c, now) => ({ exp: String(seconds(now) + 60) as never })), 'claim exp', 'named'],
  ['no expiry', withClaims(() => ({ exp: undefined })), 'claim exp', 'named'],
  ['no time of issue', withClaims(() => ({ iat: undefined })), 'claim iat', 'named'],
  ['no jti', withClaims(() => ({ jti: undefined })), 'claim jti', 'named'],
  ['a short jti', withClaims(() => ({ jti: '1' })), 'malformed', 'named'],
  ['a jti that is no text', withClaims(() => ({ jti: 12_345_678 as never })), 'malformed', 'named'],
];
