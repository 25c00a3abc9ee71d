import { HOUR } from '@yibao/shared';
import { activated, signedIn } from '../testing/story';
import { addCard, confirmCard, ENDINGS, holder, readWallet, unbind, walletRow } from '../testing/wallet-story';

describe('WAL-1 on WeChat', () => {
  const addedOnce = async () => {
    const holding = await holder('weapp');
    const { add: card } = await addCard(holding.desk, holding.token);
    const code = holding.wallets.addOnPhone(card!.cardExt)!;
    await confirmCard(holding.desk, holding.token, code);
    return { ...holding, code };
  };

  test('the card is not added, then the phone adds it and it is added, and can be opened by its code', async () => {
    const { desk, token, wallets } = await holder('weapp');
    expect(await readWallet(desk, token)).toEqual({ state: 'not-added' });
    const { state, add: card } = await addCard(desk, token);
    expect(state).toBe('adding');
    const code = wallets.addOnPhone(card!.cardExt)!;
    const { body } = await confirmCard(desk, token, code);
    expect(body).toEqual({ state: 'added', card: { channel: 'weapp', cardId: 'pCard', code: code.slice('sealed-'.length) } });
    expect(await readWallet(desk, token)).toEqual(body);
  });

  test('WAL-3 adding twice does nothing twice: the second time there is nothing to add', async () => {
    const { desk, token, wallets } = await addedOnce();
    expect(await addCard(desk, token)).not.toHaveProperty('add');
    expect(wallets.open()).toHaveLength(1);
  });

  test('WAL-3 two tries at the same time are for one card, and the phone can add it once', async () => {
    const { desk, token, wallets } = await holder('weapp');
    const tries = await Promise.all([addCard(desk, token), addCard(desk, token), addCard(desk, token)]);
    const codes = tries.map(({ add: card }) => wallets.addOnPhone(card!.cardExt));
    expect(codes.filter(Boolean)).toHaveLength(1);
    expect(wallets.open()).toHaveLength(1);
  });

  test('a person who cancels has not added it, and may try again for the same card', async () => {
    const { desk, token } = await holder('weapp');
    const first = await addCard(desk, token);
    expect(await readWallet(desk, token)).toEqual({ state: 'not-added' });
    expect((await addCard(desk, token)).add!.cardExt).toBe(first.add!.cardExt);
  });

  test('a card whose report got lost is found by asking WeChat', async () => {
    const { desk, token, wallets } = await holder('weapp');
    wallets.addOnPhone((await addCard(desk, token)).add!.cardExt);
    expect(await addCard(desk, token)).toMatchObject({ state: 'added' });
    expect(await readWallet(desk, token)).toMatchObject({ state: 'added' });
  });

  test('a card that its holder threw away is told so, and another is added', async () => {
    const { desk, token, wallets, code } = await addedOnce();
    wallets.cards.set(code.slice('sealed-'.length), 'thrown away');
    expect(await readWallet(desk, token)).toEqual({ state: 'not-added' });
    const again = wallets.addOnPhone((await addCard(desk, token)).add!.cardExt)!;
    expect(again).not.toBe(code);
    expect((await confirmCard(desk, token, again)).body).toMatchObject({ state: 'added' });
  });

  test('what is known stays while WeChat is busy', async () => {
    const { desk, token } = await addedOnce();
    desk.world.refuse('holds', 'UPSTREAM_BUSY');
    expect(await readWallet(desk, token)).toMatchObject({ state: 'added' });
  });

  test.each([
    ['another card', 'sealed-0123456789abcdef0123'],
    ['nothing that WeChat knows', 'invented'],
  ])('a code of %s is refused and changes nothing', async (_what, code) => {
    const { desk, token } = await holder('weapp');
    await addCard(desk, token);
    expect((await confirmCard(desk, token, code)).body).toMatchObject({ code: 'CARD_UNKNOWN' });
    expect(await readWallet(desk, token)).toEqual({ state: 'not-added' });
  });

  test('confirming twice is the same as once', async () => {
    const { desk, token, code } = await addedOnce();
    expect((await confirmCard(desk, token, code)).body).toMatchObject({ state: 'added' });
  });

  test.each(ENDINGS)('%s makes the card void', async (_what, end) => {
    const { desk, token, wallets } = await addedOnce();
    expect((await end(desk, token)).status).toBe(200);
    await desk.push();
    expect(wallets.open()).toEqual([]);
  });

  test('a card that the phone adds after the unbinding is void as soon as it tells', async () => {
    const { desk, token, wallets } = await holder('weapp');
    const { add: card } = await addCard(desk, token);
    await unbind(desk, token);
    await desk.push();
    const code = wallets.addOnPhone(card!.cardExt)!;
    expect(wallets.open()).toHaveLength(1);
    await confirmCard(desk, await signedIn(desk), code);
    expect(wallets.open()).toEqual([]);
  });

  test('a card that was never added is forgotten when its signature has ended', async () => {
    const { desk, token } = await holder('weapp');
    await addCard(desk, token);
    await unbind(desk, token);
    await desk.push();
    desk.wait(2 * HOUR);
    const again = await signedIn(desk);
    await activated(desk, again);
    await addCard(desk, again);
    expect(walletRow(desk)).toMatchObject({ state: 'adding', left: [] });
  });

  test('who comes back after an unbinding begins with another card', async () => {
    const { desk, token, wallets, code } = await addedOnce();
    await unbind(desk, token);
    const again = await signedIn(desk);
    await activated(desk, again);
    expect(await readWallet(desk, again)).toEqual({ state: 'not-added' });
    const fresh = wallets.addOnPhone((await addCard(desk, again)).add!.cardExt)!;
    expect(fresh).not.toBe(code);
    await confirmCard(desk, again, fresh);
    await desk.push();
    expect(wallets.open()).toEqual([fresh.slice('sealed-'.length)]);
  });
});
