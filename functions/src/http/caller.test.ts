import { createHmac } from 'node:crypto';
import { ASKER, registered, tokenOf } from '../testing/bureau-desk';
import type { Answer, Desk } from '../testing/desk';
import { askToken, claimsAt, HOSPITAL, HOSPITAL_KEY, hospitalToken, newSigningKey, signed } from '../testing/hospital';
import { DEVICE, openCity, scan, signedIn } from '../testing/story';

const MINUTE = 60_000;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const withoutId = ({ status, body: { requestId, ...body } }: Answer) => ({ status, body });
const altered = (token: string) => token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');

/** What anybody can make of what everybody may know. */
const FORGED = {
  unsigned: `${encoded({ alg: 'none' })}.${encoded({ sub: 'a' })}.`,
  confused: (() => {
    const text = `${encoded({ alg: 'HS256', kid: HOSPITAL_KEY.kid })}.${encoded({ sub: HOSPITAL.orgId })}`;
    return `${text}.${createHmac('sha256', JSON.stringify(HOSPITAL_KEY.registered)).update(text).digest('base64url')}`;
  })(),
};

interface Sent {
  readonly token?: string;
  readonly device?: string;
}

/** One kind of caller: how its token comes, and a question that needs it. */
interface Kind {
  readonly token: (desk: Desk) => Promise<string>;
  readonly ask: (desk: Desk, sent: Sent) => Promise<Answer>;
  readonly answer: object;
}

const KINDS = {
  citizen: {
    token: signedIn,
    ask: (desk, sent) => desk.get('/sessions', sent),
    answer: { status: 401, body: { code: 'SESSION_REQUIRED', title: '登录已过期', remedy: '为了安全，长时间没有操作会自动退出。点继续会自动登录。', details: {}, fields: [] } },
  },
  institution: {
    token: hospitalToken,
    ask: (desk, { token = '' }) => scan(desk, 'nothing', { token }),
    answer: { status: 401, body: { code: 500104, success: false, message: '机构身份没有通过', remedy: '请核对机构编码、登记的密钥和电脑时间，重新登录后再试；还不行请联系医保局。' } },
  },
  operator: {
    token: async (desk) => {
      await registered(desk, ASKER);
      return tokenOf(desk, ASKER);
    },
    ask: (desk, { token }) => desk.get('/hotline/cases', { token }),
    answer: { status: 401, body: { code: 'OPERATOR_REQUIRED', title: '操作员没有登录', remedy: '请用登记的密钥重新登录；还不行请核对工号、密钥和电脑时间。', details: {}, fields: [] } },
  },
} as const satisfies Record<string, Kind>;

type Who = keyof typeof KINDS;
type Case = readonly [what: string, kind: Who, ...way: readonly [prepared: (desk: Desk, token: string) => Promise<Sent> | Sent, reason: string]];

/** A deployment of its own, where others have signed in before: its tokens are nobody's here. */
async function elsewhere(kind: Who): Promise<string> {
  const other = await openCity();
  for (let before = 0; before < 7; before += 1) await signedIn(other);
  return KINDS[kind].token(other);
}

const EVERYBODY: readonly Case[] = (['citizen', 'institution', 'operator'] as const).flatMap((kind): Case[] => [
  ['an empty token', kind, () => ({ token: '' }), 'malformed'],
  ['a token with other characters', kind, (_desk, token) => ({ token: `${token.slice(0, -1)}!` }), 'malformed'],
  ['a token that is cut', kind, (_desk, token) => ({ token: token.slice(0, -1) }), 'malformed'],
  ['two tokens', kind, (_desk, token) => ({ token: `${token},${token}` }), 'malformed'],
  ['an unsigned JWT', kind, () => ({ token: FORGED.unsigned }), 'malformed'],
  ['a JWT signed as HS256 with the public key', kind, () => ({ token: FORGED.confused }), 'malformed'],
  ['a token of 10,000 characters', kind, () => ({ token: 'T'.repeat(10_000) }), 'oversized'],
  ['an altered token', kind, (_desk, token) => ({ token: altered(token), device: DEVICE }), 'unknown'],
  ['a token of another environment', kind, async () => ({ token: await elsewhere(kind), device: DEVICE }), 'unknown'],
]);

const withKey = async (desk: Desk) => desk.institutions.register({ ...HOSPITAL, keys: [newSigningKey('next').registered] });

async function partners(desk: Desk): Promise<Sent> {
  const key = newSigningKey('1');
  await desk.institutions.register({ orgId: 'QBANK01', name: '合作银行', kind: 'partner', keys: [key.registered] });
  return { token: String((await askToken(desk, await signed(claimsAt(desk.clock.at, 'QBANK01'), { key }))).body['access_token']) };
}

const after = (act: (desk: Desk, token: string) => unknown) => async (desk: Desk, token: string): Promise<Sent> => {
  await act(desk, token);
  return { token };
};

const OWN: readonly Case[] = [
  ['no token', 'citizen', () => ({}), 'no token'],
  ['no token', 'operator', () => ({}), 'no token'],
  ['an institution’s token', 'citizen', async (desk) => ({ token: await hospitalToken(desk), device: DEVICE }), 'malformed'],
  ['a session idle for thirty minutes', 'citizen', after((desk) => desk.wait(30 * MINUTE)), 'idle'],
  ['a session of twelve hours', 'citizen', after((desk) => desk.wait(12 * 60 * MINUTE)), 'expired'],
  ['a session that was ended', 'citizen', after((desk, token) => desk.post('/session/sign-out', {}, { token })), 'ended'],
  ['a session copied to another device', 'citizen', (_desk, token) => ({ token, device: 'e'.repeat(32) }), 'other device'],
  ['a session without its device', 'citizen', (_desk, token) => ({ token, device: undefined as never }), 'other device'],
  ['a citizen’s token', 'institution', async (desk) => ({ token: await signedIn(desk) }), 'malformed'],
  ['a token of sixteen minutes ago', 'institution', after((desk) => desk.wait(16 * MINUTE)), 'expired'],
  ['a token whose key was taken away', 'institution', after(withKey), 'key ended'],
  ['a token of who was closed', 'institution', after((desk) => desk.institutions.close(HOSPITAL.orgId)), 'closed'],
  ['a partner channel’s token', 'institution', partners, 'partner'],
  ['an institution’s token', 'operator', async (desk) => ({ token: await hospitalToken(desk) }), 'unknown'],
  ['a token of eleven minutes ago', 'operator', after((desk) => desk.wait(11 * MINUTE)), 'expired'],
  ['a token whose key was changed', 'operator', after((desk) => registered(desk, { ...ASKER, key: newSigningKey('2') })), 'key ended'],
  ['a token of who was ended', 'operator', after((desk) => desk.operators.end(ASKER.id)), 'closed'],
];

test.each([...EVERYBODY, ...OWN])('%s (%s) gets the one answer; the log alone says why, without the token', async (_what, kind, ...[prepared, reason]) => {
  const desk = await openCity();
  const { token, ask, answer } = KINDS[kind];
  const sent = await prepared(desk, await token(desk));
  const from = desk.log.length;
  expect(withoutId(await ask(desk, sent))).toEqual(answer);
  expect(desk.log.slice(from)).toEqual([expect.objectContaining({ event: 'declined', reason, requestId: expect.any(String) })]);
  if (sent.token) expect(JSON.stringify(desk.log.slice(from))).not.toContain(sent.token);
});

test('a token that is not taken changes nothing: no row is written for it', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  const rows = () => JSON.stringify([...(desk.table as unknown as { rows: Map<string, unknown> }).rows.values()]);
  const before = rows();
  desk.wait(10 * MINUTE);
  await desk.get('/sessions', { token, device: 'e'.repeat(32) });
  await desk.get('/sessions', { token: altered(token), device: DEVICE });
  expect(rows()).toBe(before);
  expect((await desk.get('/sessions', { token })).status).toBe(200);
});

test('an institution that asks in the name of another is answered like one that is not known', async () => {
  const desk = await openCity();
  expect(withoutId(await scan(desk, 'nothing', { orgId: 'H37010000002' }))).toEqual(KINDS.institution.answer);
  expect(desk.log.at(-1)).toMatchObject({ reason: 'other name' });
});
