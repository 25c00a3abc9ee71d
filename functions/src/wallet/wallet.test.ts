import { HOUR, MINUTE } from '@yibao/shared';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn } from '../testing/story';

type Desk = Awaited<ReturnType<typeof openCity>>;
type Channel = 'weapp' | 'alipay';

const get = async (desk: Desk, token: string) => (await desk.get('/wallet', { token })).body;
const add = async (desk: Desk, token: string, body: object = {}) => (await desk.post('/wallet/card', body, { token })).body as Record<string, unknown> & { add?: { cardId: string; cardExt: string } };
const confirm = (desk: Desk, token: string, code: string) => desk.post('/wallet/card/added', { code }, { token });

async function holder(channel: Channel) {
  const desk = await openCity();
  const token = await signedIn(desk, { channel });
  await activated(desk, token, channel === 'weapp' ? {} : { steps: ALIPAY_STEPS });
  return { desk, token, wallets: desk.world.wallets };
}

const unbind = async (desk: Desk, token: string) => {
  await desk.post('/session/step-up', { action: 'unbind', pin: PIN }, { token });
  return desk.post('/binding/unbind', { all: true, reason: 'other' }, { token });
};

const closeAccount = async (desk: Desk, token: string) => {
  await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token });
  return desk.post('/account/close', {}, { token });
};

const endings = [['unbinding', unbind], ['closing the account', closeAccount]] as const;

describe('WAL-1 on WeChat', () => {
  const addedOnce = async () => {
    const holding = await holder('weapp');
    const { add: card } = await add(holding.desk, holding.token);
    const code = holding.wallets.addOnPhone(card!.cardExt)!;
    await confirm(holding.desk, holding.token, code);
    return { ...holding, code };
  };

  test('the card is not added, then the phone adds it and it is added, and can be opened by its code', async () => {
    const { desk, token, wallets } = await holder('weapp');
    expect(await get(desk, token)).toEqual({ state: 'not-added' });
    const { state, add: card } = await add(desk, token);
    expect(state).toBe('adding');
    const code = wallets.addOnPhone(card!.cardExt)!;
    const { body } = await confirm(desk, token, code);
    expect(body).toEqual({ state: 'added', card: { channel: 'weapp', cardId: 'pCard', code: code.slice('sealed-'.length) } });
    expect(await get(desk, token)).toEqual(body);
  });

  test('WAL-3 adding twice does nothing twice: the second time there is nothing to add', async () => {
    const { desk, token, wallets } = await addedOnce();
    expect(await add(desk, token)).not.toHaveProperty('add');
    expect(wallets.open()).toHaveLength(1);
  });

  test('WAL-3 two tries at the same time are for one card, and the phone can add it once', async () => {
    const { desk, token, wallets } = await holder('weapp');
    const tries = await Promise.all([add(desk, token), add(desk, token), add(desk, token)]);
    const codes = tries.map(({ add: card }) => wallets.addOnPhone(card!.cardExt));
    expect(codes.filter(Boolean)).toHaveLength(1);
    expect(wallets.open()).toHaveLength(1);
  });

  test('a person who cancels has not added it, and may try again for the same card', async () => {
    const { desk, token } = await holder('weapp');
    const first = await add(desk, token);
    expect(await get(desk, token)).toEqual({ state: 'not-added' });
    expect((await add(desk, token)).add!.cardExt).toBe(first.add!.cardExt);
  });

  test('a card whose report got lost is found by asking WeChat', async () => {
    const { desk, token, wallets } = await holder('weapp');
    wallets.addOnPhone((await add(desk, token)).add!.cardExt);
    expect(await add(desk, token)).toMatchObject({ state: 'added' });
    expect(await get(desk, token)).toMatchObject({ state: 'added' });
  });

  test('a card that its holder threw away is told so, and another is added', async () => {
    const { desk, token, wallets, code } = await addedOnce();
    wallets.cards.set(code.slice('sealed-'.length), 'thrown away');
    expect(await get(desk, token)).toEqual({ state: 'not-added' });
    const again = wallets.addOnPhone((await add(desk, token)).add!.cardExt)!;
    expect(again).not.toBe(code);
    expect((await confirm(desk, token, again)).body).toMatchObject({ state: 'added' });
  });

  test('what is known stays while WeChat is busy', async () => {
    const { desk, token } = await addedOnce();
    desk.world.refuse('holds', 'UPSTREAM_BUSY');
    expect(await get(desk, token)).toMatchObject({ state: 'added' });
  });

  test.each([
    ['another card', 'sealed-0123456789abcdef0123'],
    ['nothing that WeChat knows', 'invented'],
  ])('a code of %s is refused and changes nothing', async (_what, code) => {
    const { desk, token } = await holder('weapp');
    await add(desk, token);
    expect((await confirm(desk, token, code)).body).toMatchObject({ code: 'CARD_UNKNOWN' });
    expect(await get(desk, token)).toEqual({ state: 'not-added' });
  });

  test('confirming twice is the same as once', async () => {
    const { desk, token, code } = await addedOnce();
    expect((await confirm(desk, token, code)).body).toMatchObject({ state: 'added' });
  });

  test.each(endings)('%s makes the card void', async (_what, end) => {
    const { desk, token, wallets } = await addedOnce();
    expect((await end(desk, token)).status).toBe(200);
    await desk.push();
    expect(wallets.open()).toEqual([]);
  });

  test('a card that the phone adds after the unbinding is void as soon as it tells', async () => {
    const { desk, token, wallets } = await holder('weapp');
    const { add: card } = await add(desk, token);
    await unbind(desk, token);
    await desk.push();
    const code = wallets.addOnPhone(card!.cardExt)!;
    expect(wallets.open()).toHaveLength(1);
    await confirm(desk, await signedIn(desk), code);
    expect(wallets.open()).toEqual([]);
  });

  test('a card that was never added is forgotten when its signature has ended', async () => {
    const { desk, token } = await holder('weapp');
    await add(desk, token);
    await unbind(desk, token);
    await desk.push();
    desk.wait(2 * HOUR);
    const again = await signedIn(desk);
    await activated(desk, again);
    await add(desk, again);
    const row = await desk.table.get({ pk: [...(desk.table as unknown as { rows: Map<string, { pk: string; sk: string }> }).rows.values()].find(({ sk }) => sk === 'WALLET')!.pk, sk: 'WALLET' });
    expect(row).toMatchObject({ state: 'adding', left: [] });
  });

  test('who comes back after an unbinding begins with another card', async () => {
    const { desk, token, wallets, code } = await addedOnce();
    await unbind(desk, token);
    const again = await signedIn(desk);
    await activated(desk, again);
    expect(await get(desk, again)).toEqual({ state: 'not-added' });
    const fresh = wallets.addOnPhone((await add(desk, again)).add!.cardExt)!;
    expect(fresh).not.toBe(code);
    await confirm(desk, again, fresh);
    await desk.push();
    expect(wallets.open()).toEqual([fresh.slice('sealed-'.length)]);
  });
});

describe('WAL-2 on Alipay', () => {
  const issued = async () => {
    const holding = await holder('alipay');
    await add(holding.desk, holding.token);
    await holding.desk.push();
    return holding;
  };

  test('the pass is issued by what follows from asking, says no more than the screen, and is opened by its number', async () => {
    const { desk, token, wallets } = await holder('alipay');
    expect(await get(desk, token)).toEqual({ state: 'not-added' });
    expect(await add(desk, token)).toEqual({ state: 'adding' });
    await desk.push();
    const [serialNumber] = wallets.open();
    expect(wallets.passes.get(serialNumber!)).toMatchObject({ holder: '张*', region: '济南市', openId: 'ali-ada' });
    expect(await get(desk, token)).toEqual({ state: 'added', card: { channel: 'alipay', partnerId: '2088000000000001', serialNumber } });
  });

  test('WAL-3 adding twice does nothing twice', async () => {
    const { desk, token, wallets } = await issued();
    expect(await add(desk, token)).toMatchObject({ state: 'added' });
    await desk.push();
    await Promise.all([add(desk, token), add(desk, token)]);
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
    expect(desk.world.calls.filter((call) => call === 'issuePass')).toHaveLength(1);
  });

  test('a failure comes again with the stream, and one pass is issued', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await add(desk, token);
    desk.world.refuse('issuePass', 'UPSTREAM_BUSY');
    await expect(desk.push()).rejects.toMatchObject({ code: 'UPSTREAM_BUSY' });
    expect(await get(desk, token)).toEqual({ state: 'adding' });
    desk.world.allow();
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
    expect(await get(desk, token)).toMatchObject({ state: 'added' });
  });

  test('what does not come is told after ten minutes, and asking again is for the same pass', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await add(desk, token);
    desk.wait(10 * MINUTE);
    expect(await get(desk, token)).toEqual({ state: 'not-updated' });
    expect(await add(desk, token)).toEqual({ state: 'adding' });
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
  });

  test('a pass whose answer got lost is found by its number', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await add(desk, token);
    wallets.meanwhile.work = async () => {
      const rows = [...(desk.table as unknown as { rows: Map<string, { sk: string; serial: string }> }).rows.values()];
      const { serial } = rows.find(({ sk }) => sk === 'WALLET')!;
      wallets.passes.set(serial, { serialNumber: serial, holder: '张*', region: '济南市', openId: 'ali-ada', status: 'open' });
    };
    await expect(desk.push()).rejects.toMatchObject({ code: 'UPSTREAM_BUSY' });
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
    expect(await get(desk, token)).toMatchObject({ state: 'added' });
  });

  test('without permission it could not be added, and nobody tries again by himself', async () => {
    const { desk, token } = await holder('alipay');
    await add(desk, token);
    desk.world.refuse('issuePass', 'CARD_UNSUPPORTED');
    await desk.push();
    expect(await get(desk, token)).toEqual({ state: 'not-updated' });
    await desk.push();
    expect(desk.world.calls.filter((call) => call === 'issuePass')).toHaveLength(1);
  });

  test('a pass that is not to be found is issued anew when asked, and the old one goes', async () => {
    const { desk, token, wallets } = await issued();
    const [before] = wallets.open();
    expect(await add(desk, token, { again: true })).toEqual({ state: 'adding' });
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
    expect(wallets.open()).not.toEqual([before]);
  });

  test.each(endings)('%s takes the pass out of the wallet, also when Alipay is busy at first', async (_what, end) => {
    const { desk, token, wallets } = await issued();
    expect((await end(desk, token)).status).toBe(200);
    desk.world.refuse('closePass', 'UPSTREAM_BUSY');
    await expect(desk.push()).rejects.toMatchObject({ code: 'UPSTREAM_BUSY' });
    desk.world.allow();
    await desk.push();
    expect(wallets.open()).toEqual([]);
  });

  test('a pass that is being issued while its holder unbinds is taken out', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await add(desk, token);
    wallets.meanwhile.work = () => unbind(desk, token);
    await desk.push();
    expect(desk.world.calls).toContain('issuePass');
    expect(wallets.open()).toEqual([]);
    await desk.push();
    expect(wallets.open()).toEqual([]);
  });

  test('a pass that was asked for and not issued before the unbinding never is', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await add(desk, token);
    await unbind(desk, token);
    await desk.push();
    expect(desk.world.calls).not.toContain('issuePass');
    expect(wallets.open()).toEqual([]);
  });
});

describe.each(['weapp', 'alipay'] as const)('on %s', (channel) => {
  test('WAL-3 a bureau without permission says unsupported and refuses', async () => {
    const { desk, token } = await holder(channel);
    delete desk.world.wallets.sides[channel];
    expect(await get(desk, token)).toEqual({ state: 'unsupported' });
    expect(await add(desk, token)).toMatchObject({ code: 'CARD_UNSUPPORTED' });
  });

  test('who has no voucher is told so', async () => {
    const desk = await openCity();
    const token = await signedIn(desk, { channel });
    expect(await get(desk, token)).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
    expect(await add(desk, token)).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
  });

  test('asking for the card while unbinding leaves nothing open, whoever comes first', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { desk, token, wallets } = await holder(channel);
      await desk.post('/session/step-up', { action: 'unbind', pin: PIN }, { token });
      await Promise.all([add(desk, token), desk.post('/binding/unbind', { all: true, reason: 'other' }, { token })]);
      await desk.push();
      expect(wallets.open()).toEqual([]);
    }
  });
});

test('Alipay’s phone does not confirm cards', async () => {
  const { desk, token } = await holder('alipay');
  expect((await confirm(desk, token, 'sealed-1')).body).toMatchObject({ code: 'CARD_UNSUPPORTED' });
});
