import type { SharedToken } from './ports';
import { json, now, refusalOf, scriptedFetch } from './testing/scripted-fetch';
import { weChatCardsAt } from './wechat-card';
import { cardSignature } from './wechat-card-signature';
import { WeChatConfig } from './wechat-config';

const KEPT: SharedToken = { token: 'kept', expiresAt: '2026-11-22T09:00:00.000Z' };

function cards(script: Parameters<typeof scriptedFetch>, ticket: SharedToken | undefined = KEPT) {
  const { fetch, sent } = scriptedFetch(...script);
  const kept: SharedToken[] = [];
  const cache = (first: SharedToken | undefined) => ({ read: async () => kept.at(-1) ?? first, write: async (token: SharedToken) => void kept.push(token) });
  const config = WeChatConfig.parse({ appId: 'wx1', appSecret: 's', card: { appId: 'wx2', appSecret: 't', cardId: 'p1' } });
  const client = weChatCardsAt(config, { fetch, now, nonce: () => 'n'.repeat(32), tokens: { read: async () => KEPT, write: async () => undefined }, tickets: cache(ticket) })!;
  return { client, sent, kept };
}

test('a card’s signature is that of the documentation’s example', () => {
  const values = { ticket: 'ojZ8YtyVyr30HheH3CM73y7h4jJE', cardId: 'pjZ8Yt1XGILfi-FUsewpnnolGgZk', code: '1434008071', timestamp: '1404896688', nonce: '123' };
  expect(cardSignature(values)).toBe('f137ab68b7f8112d20ee528ab6074564e2796250');
});

test('the ticket is asked for when there is none, and kept until 5 minutes before its end', async () => {
  const { client, sent, kept } = cards([json({ errcode: 0, errmsg: 'ok', ticket: 'bxLdikRXVbTPdHSM05e5u5sUoXNKdvsdshFKA', expires_in: 7200 })], { ...KEPT, expiresAt: now().toISOString() });
  await client.extensionFor('c1');
  expect(sent[0]?.url.pathname).toBe('/cgi-bin/ticket/getticket');
  expect(Object.fromEntries(sent[0]!.url.searchParams)).toEqual({ access_token: 'kept', type: 'wx_card' });
  expect(sent[0]?.body).toBe('');
  expect(kept).toEqual([{ token: 'bxLdikRXVbTPdHSM05e5u5sUoXNKdvsdshFKA', expiresAt: '2026-11-22T09:55:00.000Z' }]);
  await client.extensionFor('c2');
  expect(sent).toHaveLength(1);
});

test('an extension holds what the phone hands on to WeChat, and not the ticket', async () => {
  const { client } = cards([]);
  const extension = await client.extensionFor('c1');
  expect(JSON.parse(extension)).toEqual({ code: 'c1', timestamp: '1795334400', nonce_str: 'n'.repeat(32), signature: cardSignature({ ticket: 'kept', cardId: 'p1', code: 'c1', timestamp: '1795334400', nonce: 'n'.repeat(32) }) });
  expect(extension).not.toContain('kept');
});

test.each([
  [{ errcode: 0, user_card_status: 'NORMAL' }, true],
  [{ errcode: 0, user_card_status: 'GIFTING' }, true],
  [{ errcode: 0, user_card_status: 'DELETE' }, false],
  [{ errcode: 0, user_card_status: 'UNAVAILABLE' }, false],
  [{ errcode: 40056 }, false],
  [{ errcode: 40127 }, false],
])('whether a card is held: %j means %s', async (answer, held) => {
  await expect(cards([json(answer)]).client.holds('c1')).resolves.toBe(held);
});

test.each([
  [{ errcode: 0 }, true],
  [{ errcode: 40127 }, true],
  [{ errcode: 40056 }, false],
])('closing a card: %j means %s', async (answer, closed) => {
  const { client, sent } = cards([json(answer)]);
  await expect(client.close('c1')).resolves.toBe(closed);
  expect(JSON.parse(sent[0]!.body)).toEqual({ card_id: 'p1', code: 'c1', reason: '医保码已解绑' });
});

test.each([
  [40056, 'CARD_UNKNOWN'],
  [40116, 'CARD_UNKNOWN'],
  [45030, 'CARD_UNSUPPORTED'],
  [48001, 'CARD_UNSUPPORTED'],
  [43009, 'CARD_UNSUPPORTED'],
  [-1, 'UPSTREAM_BUSY'],
])('decrypting a code, refused with %d, is %s', async (errcode, code) => {
  expect(await refusalOf(cards([json({ errcode })]).client.decrypt('e1'))).toMatchObject({ code });
});
