import { openCity, signedIn } from '../testing/story';
import { interleavingTable } from '../testing/interleaving-table';
import { addCard, confirmCard, confirmUnbinding, holder, readWallet, unbindAll, walletRow } from '../testing/wallet-story';

/** More uses of the table than either has. */
const USES = Array.from({ length: 60 }, (_, i) => i + 1);

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

  test('an unbinding before any use of the table by who asks for the card leaves nothing open or asked for (WAL-2, UNB-1)', async () => {
    for (const nth of USES) {
      const table = interleavingTable();
      const { desk, token, wallets } = await holder(channel, table);
      await confirmUnbinding(desk, token);
      const happened = table.at(nth, async () => expect((await unbindAll(desk, token)).status).toBe(200));
      await addCard(desk, token);
      if (!happened()) return;
      await desk.push();
      expect([nth, wallets.open(), [undefined, 'ended']]).toEqual([nth, [], expect.arrayContaining([walletRow(desk)?.['state']])]);
    }
    throw new Error('there are more uses than were tried');
  });

  test('asking for the card before any use of the table by an unbinding leaves nothing open or asked for, either', async () => {
    for (const nth of USES) {
      const table = interleavingTable();
      const { desk, token, wallets } = await holder(channel, table);
      await confirmUnbinding(desk, token);
      const happened = table.at(nth, () => addCard(desk, token));
      expect((await unbindAll(desk, token)).status).toBe(200);
      if (!happened()) return;
      await desk.push();
      expect([nth, wallets.open(), [undefined, 'ended']]).toEqual([nth, [], expect.arrayContaining([walletRow(desk)?.['state']])]);
    }
    throw new Error('there are more uses than were tried');
  });
});

test('Alipay’s phone does not confirm cards', async () => {
  const { desk, token } = await holder('alipay');
  expect((await confirmCard(desk, token, 'sealed-1')).body).toMatchObject({ code: 'CARD_UNSUPPORTED' });
});
