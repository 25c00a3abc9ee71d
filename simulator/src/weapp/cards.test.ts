import { weChatCardsAt } from '@yibao/functions/src/upstream/wechat-card';
import { HOUR, type Clock } from '@yibao/shared';
import { outsideWithClients, refusalCode, type World } from '../testing/real-clients';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

const CODE = 'a1b2c3d4e5f6a7b8c9d0';

interface Added {
  readonly added: boolean;
  readonly code?: string;
  readonly reason?: string;
}

const add = (cardExt: string, { person = 'ok', cardId = world.cards.cardId }: { person?: string; cardId?: string } = {}) => world.phone<Added>('weapp/card', person, { cardId, cardExt });
const added = async (code = CODE) => add(await world.cards.extensionFor(code));
const opened = async (code = CODE, person = 'ok') => (await world.phone<{ opened: boolean }>('weapp/card/open', person, { cardId: world.cards.cardId, code })).opened;

describe('WAL-1 a card', () => {
  test('is added with a signed extension, and its code comes back encrypted', async () => {
    const { code } = await added();
    expect(code).not.toBe(CODE);
    await expect(world.cards.decrypt(code!)).resolves.toBe(CODE);
    await expect(world.cards.holds(CODE)).resolves.toBe(true);
    await expect(opened()).resolves.toBe(true);
    await expect(opened(CODE, 'retired')).resolves.toBe(false);
  });

  test('is added once for each code', async () => {
    await added();
    expect(await added()).toEqual({ added: false, reason: 'code has been received' });
  });

  test('is not added when the person cancels', async () => {
    expect(await world.phone('weapp/card', 'ok', { cardId: world.cards.cardId, cardExt: '{}', cancel: true })).toEqual({ added: false, reason: 'cancel' });
    await expect(world.cards.holds(CODE)).resolves.toBe(false);
  });

  test.each<[string, (ext: Record<string, string>) => object, string]>([
    ['an altered code', (ext) => ({ ...ext, code: 'other' }), 'invalid signature'],
    ['an altered time', (ext) => ({ ...ext, timestamp: String(Number(ext['timestamp']) + 1) }), 'invalid signature'],
    ['a time in milliseconds', (ext) => ({ ...ext, timestamp: `${ext['timestamp']}000` }), 'invalid timestamp'],
    ['a nonce of 33 characters', (ext) => ({ ...ext, nonce_str: 'a'.repeat(33) }), 'invalid nonce_str'],
    ['no nonce', ({ nonce_str: _none, ...ext }) => ext, 'invalid nonce_str'],
    ['a code of 21 characters', (ext) => ({ ...ext, code: 'a'.repeat(21) }), 'invalid code'],
    ['somebody named who alone may add it', (ext) => ({ ...ext, openid: 'o1' }), 'invalid code'],
  ])('is not added with %s', async (_what, altered, reason) => {
    const extension = JSON.parse(await world.cards.extensionFor(CODE)) as Record<string, string>;
    expect(await add(JSON.stringify(altered(extension)))).toEqual({ added: false, reason });
  });

  test('is not added with a nonce that was used', async () => {
    const extension = await world.cards.extensionFor(CODE);
    await add(extension);
    expect(await add(extension, { person: 'retired' })).toEqual({ added: false, reason: 'invalid nonce_str' });
  });

  test('of another kind is not added', async () => {
    expect(await add(await world.cards.extensionFor(CODE), { cardId: 'pOther' })).toEqual({ added: false, reason: 'invalid card id' });
  });

  test('is not added after its ticket has ended, and one ticket serves for two hours', async () => {
    const extension = await world.cards.extensionFor(CODE);
    world.pass(2 * HOUR);
    expect((await add(extension)).added).toBe(false);
    expect((await added()).added).toBe(true);
  });

  test('is void when it was closed, also the second time, and cannot be opened', async () => {
    await added();
    await expect(world.cards.close(CODE)).resolves.toBe(true);
    await expect(world.cards.close(CODE)).resolves.toBe(true);
    await expect(world.cards.holds(CODE)).resolves.toBe(false);
    await expect(opened()).resolves.toBe(false);
  });

  test('that was never added cannot be closed', async () => {
    await expect(world.cards.close(CODE)).resolves.toBe(false);
  });

  test('that its holder threw away is not held any more', async () => {
    await added();
    await world.phone('weapp/card/delete', 'ok', { code: CODE });
    await expect(world.cards.holds(CODE)).resolves.toBe(false);
  });

  test('is not known by an invented encrypted code', async () => {
    expect(await refusalCode(world.cards.decrypt('invented='))).toBe('CARD_UNKNOWN');
  });
});

describe('the account that owns the card', () => {
  const kept = () => ({ read: async () => undefined, write: async () => undefined });
  const cardsOf = (card: object, now: Clock = world.needs.now) =>
    weChatCardsAt({ ...world.secret.wechat, card: { ...world.secret.wechat.card, ...card } }, { ...world.needs, now, tokens: kept(), tickets: kept() })!;

  test('signs in with its own secret; the mini-program’s serves for no card', async () => {
    const { appId, appSecret } = world.secret.wechat;
    expect(await refusalCode(cardsOf({ appSecret }).extensionFor(CODE))).toBe('UPSTREAM_BUSY');
    expect(await refusalCode(cardsOf({ appId, appSecret }).extensionFor(CODE))).toBe('UPSTREAM_BUSY');
  });

  test('has no permission for a card of somebody else', async () => {
    expect(await refusalCode(cardsOf({ cardId: 'pOther' }).close(CODE))).toBe('CARD_UNSUPPORTED');
  });

  test('who asks for a ticket each time is refused after a hundred', async () => {
    const wasteful = cardsOf({});
    for (let i = 0; i < 100; i += 1) await wasteful.extensionFor(CODE);
    expect(await refusalCode(wasteful.extensionFor(CODE))).toBe('UPSTREAM_BUSY');
  });

  test('a token that WeChat has revoked is replaced in one call', async () => {
    await added();
    world.outside.revokeTokens();
    await expect(world.cards.close(CODE)).resolves.toBe(true);
  });
});

test('a bureau without a card has no client for it', () => {
  const { card: _none, ...rest } = world.secret.wechat;
  expect(weChatCardsAt(rest, { ...world.needs, tokens: { read: async () => undefined, write: async () => undefined }, tickets: { read: async () => undefined, write: async () => undefined } })).toBeUndefined();
});
