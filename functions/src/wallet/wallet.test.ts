import { openCity, signedIn } from '../testing/story';
import { addCard, confirmCard, confirmUnbinding, holder, readWallet, unbindAll } from '../testing/wallet-story';

describe.each(['weapp', 'alipay'] as const)('on %s', (channel) => {
  test('WAL-3 a bureau without permission says unsupported and refuses', async () => {
    const { desk, token } = await holder(channel);
    Object.assign(desk.world.wallets.sides, { [channel]: undefined });
    expect(await readWallet(desk, token)).toEqual({ state: 'unsupported' });
    expect(await addCard(desk, token)).toMatchObject({ code: 'CARD_UNSUPPORTED' });
  });

  test('who has no voucher is told so', async () => {
    const desk = await openCity();
    const token = await signedIn(desk, { channel });
    expect(await readWallet(desk, token)).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
    expect(await addCard(desk, token)).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
  });

  test('asking for the card while unbinding leaves nothing open, whoever comes first', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { desk, token, wallets } = await holder(channel);
      await confirmUnbinding(desk, token);
      await Promise.all([addCard(desk, token), unbindAll(desk, token)]);
      await desk.push();
      expect(wallets.open()).toEqual([]);
    }
  });
});

test('Alipay’s phone does not confirm cards', async () => {
  const { desk, token } = await holder('alipay');
  expect((await confirmCard(desk, token, 'sealed-1')).body).toMatchObject({ code: 'CARD_UNSUPPORTED' });
});
