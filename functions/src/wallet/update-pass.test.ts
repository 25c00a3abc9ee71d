import type { Desk } from '../testing/desk';
import { activated, PIN, signedIn } from '../testing/story';
import { addCard, holder, readWallet, unbind, walletRow } from '../testing/wallet-story';

async function withPass() {
  const holding = await holder('alipay');
  const { desk, token, wallets } = holding;
  await addCard(desk, token);
  await desk.push();
  const passOf = () => wallets.passes.get(String(walletRow(desk)?.['serial']));
  return { ...holding, passOf };
}

const locks = async (desk: Desk, token: string) => {
  for (let i = 0; i < 5; i += 1) await desk.post('/voucher/unlock', { pin: '746281' }, { token });
};

const resets = async (desk: Desk, token: string) => {
  await desk.post('/session/step-up/face', { action: 'reset-pin' }, { token });
  await desk.post('/session/step-up/face/result', { action: 'reset-pin' }, { token });
  expect((await desk.post('/voucher/pin/reset', { pin: '746291' }, { token })).status).toBe(200);
};

describe('WAL-2 the pass follows the state of the voucher', () => {
  test('a locked PIN is told with the end of the lock, and a new PIN opens it again', async () => {
    const { desk, token, passOf } = await withPass();
    expect(passOf()).not.toHaveProperty('lockedUntil');
    await locks(desk, token);
    await desk.push();
    expect(passOf()).toMatchObject({ status: 'open', holder: '张*', lockedUntil: '2026-11-22T02:15:00.000Z' });
    await resets(desk, token);
    await desk.push();
    expect(passOf()).not.toHaveProperty('lockedUntil');
    expect(await readWallet(desk, token)).toMatchObject({ state: 'added' });
  });

  test('also when it was locked in another channel', async () => {
    const { desk, passOf } = await withPass();
    const weapp = await signedIn(desk);
    await activated(desk, weapp);
    await locks(desk, weapp);
    await desk.push();
    expect(passOf()).toHaveProperty('lockedUntil');
  });

  test('once for each change, however often it is delivered', async () => {
    const { desk, token } = await withPass();
    await locks(desk, token);
    for (let i = 0; i < 3; i += 1) await desk.push();
    expect(desk.world.calls.filter((call) => call === 'updatePass')).toHaveLength(1);
  });

  test('while Alipay is busy the page says that it could not be updated, and it is when it comes again', async () => {
    const { desk, token, passOf } = await withPass();
    await locks(desk, token);
    desk.world.refuse('updatePass', 'UPSTREAM_BUSY');
    await expect(desk.push()).rejects.toMatchObject({ code: 'UPSTREAM_BUSY' });
    expect(await readWallet(desk, token)).toEqual({ state: 'not-updated' });
    desk.world.allow();
    await desk.push();
    expect(passOf()).toHaveProperty('lockedUntil');
    expect(await readWallet(desk, token)).toMatchObject({ state: 'added' });
  });

  test('who asks again meanwhile has the one pass brought up to date', async () => {
    const { desk, token, wallets, passOf } = await withPass();
    await locks(desk, token);
    desk.world.refuse('updatePass', 'CARD_UNSUPPORTED');
    await desk.push();
    expect(await readWallet(desk, token)).toEqual({ state: 'not-updated' });
    desk.world.allow();
    desk.wait(60_000);
    await addCard(desk, token);
    await desk.push();
    expect(passOf()).toHaveProperty('lockedUntil');
    expect(wallets.open()).toHaveLength(1);
  });

  test('a pass that its holder threw away is told so', async () => {
    const { desk, token, wallets } = await withPass();
    wallets.passes.clear();
    await locks(desk, token);
    await desk.push();
    expect(await readWallet(desk, token)).toEqual({ state: 'not-added' });
  });

  test('one that is unbound before it is updated is closed, and stays so', async () => {
    const { desk, token, wallets } = await withPass();
    await desk.post('/session/step-up', { action: 'unbind', pin: PIN }, { token });
    await locks(desk, token);
    expect((await unbind(desk, token)).status).toBe(200);
    await desk.push();
    expect(wallets.open()).toEqual([]);
  });

  test('nothing is asked of Alipay where there is no pass', async () => {
    const { desk, token } = await holder('alipay');
    await locks(desk, token);
    await desk.push();
    expect(desk.world.calls).not.toContain('updatePass');
  });
});
