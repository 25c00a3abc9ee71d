import { MINUTE } from '@yibao/shared';
import { addCard, ENDINGS, holder, readWallet, unbind, walletRow } from '../testing/wallet-story';

describe('WAL-2 on Alipay', () => {
  const issued = async () => {
    const holding = await holder('alipay');
    await addCard(holding.desk, holding.token);
    await holding.desk.push();
    return holding;
  };

  test('the pass is issued by what follows from asking, says no more than the screen, and is opened by its number', async () => {
    const { desk, token, wallets } = await holder('alipay');
    expect(await readWallet(desk, token)).toEqual({ state: 'not-added' });
    expect(await addCard(desk, token)).toEqual({ state: 'adding' });
    await desk.push();
    const [serialNumber] = wallets.open();
    expect(wallets.passes.get(serialNumber!)).toMatchObject({ holder: '张*', region: '济南市', openId: 'ali-ada' });
    expect(await readWallet(desk, token)).toEqual({ state: 'added', card: { channel: 'alipay', partnerId: '2088000000000001', serialNumber } });
  });

  test('WAL-3 adding twice does nothing twice', async () => {
    const { desk, token, wallets } = await issued();
    expect(await addCard(desk, token)).toMatchObject({ state: 'added' });
    await desk.push();
    await Promise.all([addCard(desk, token), addCard(desk, token)]);
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
    expect(desk.world.calls.filter((call) => call === 'issuePass')).toHaveLength(1);
  });

  test('a failure comes again with the stream, and one pass is issued', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await addCard(desk, token);
    desk.world.refuse('issuePass', 'UPSTREAM_BUSY');
    await expect(desk.push()).rejects.toMatchObject({ code: 'UPSTREAM_BUSY' });
    expect(await readWallet(desk, token)).toEqual({ state: 'adding' });
    desk.world.allow();
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
    expect(await readWallet(desk, token)).toMatchObject({ state: 'added' });
  });

  test('what does not come is told after ten minutes, and asking again is for the same pass', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await addCard(desk, token);
    desk.wait(10 * MINUTE);
    expect(await readWallet(desk, token)).toEqual({ state: 'not-updated' });
    expect(await addCard(desk, token)).toEqual({ state: 'adding' });
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
  });

  test('a pass whose answer got lost is found by its number', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await addCard(desk, token);
    wallets.meanwhile.work = async () => {
      const serial = String(walletRow(desk)?.['serial']);
      wallets.passes.set(serial, { serialNumber: serial, holder: '张*', region: '济南市', openId: 'ali-ada', status: 'open' });
    };
    await expect(desk.push()).rejects.toMatchObject({ code: 'UPSTREAM_BUSY' });
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
    expect(await readWallet(desk, token)).toMatchObject({ state: 'added' });
  });

  test('without permission it could not be added, and nobody tries again by himself', async () => {
    const { desk, token } = await holder('alipay');
    await addCard(desk, token);
    desk.world.refuse('issuePass', 'CARD_UNSUPPORTED');
    await desk.push();
    expect(await readWallet(desk, token)).toEqual({ state: 'not-updated' });
    await desk.push();
    expect(desk.world.calls.filter((call) => call === 'issuePass')).toHaveLength(1);
  });

  test('a pass that is not to be found is issued anew when asked, and the old one goes', async () => {
    const { desk, token, wallets } = await issued();
    const [before] = wallets.open();
    expect(await addCard(desk, token, { again: true })).toEqual({ state: 'adding' });
    await desk.push();
    expect(wallets.open()).toHaveLength(1);
    expect(wallets.open()).not.toEqual([before]);
  });

  test.each(ENDINGS)('%s takes the pass out of the wallet, also when Alipay is busy at first', async (_what, end) => {
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
    await addCard(desk, token);
    wallets.meanwhile.work = () => unbind(desk, token);
    await desk.push();
    expect(desk.world.calls).toContain('issuePass');
    expect(wallets.open()).toEqual([]);
    await desk.push();
    expect(wallets.open()).toEqual([]);
  });

  test('a pass that comes in after the closing has looked for it in vain is taken out by who issued it', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await addCard(desk, token);
    wallets.meanwhile.work = async () => {
      await unbind(desk, token);
      await desk.push();
      expect(walletRow(desk)).toMatchObject({ state: 'ended', left: [] });
    };
    await desk.push();
    expect(desk.world.calls).toContain('issuePass');
    expect(wallets.open()).toEqual([]);
  });

  test('a pass that was asked for and not issued before the unbinding never is', async () => {
    const { desk, token, wallets } = await holder('alipay');
    await addCard(desk, token);
    await unbind(desk, token);
    await desk.push();
    expect(desk.world.calls).not.toContain('issuePass');
    expect(wallets.open()).toEqual([]);
  });
});
