import { setImmediate as turn } from 'node:timers/promises';
import { memoryTable } from '../testing/memory-table';
import { activated, ALIPAY_STEPS, openCity, signedIn } from '../testing/story';
import { addCard, confirmCard, confirmUnbinding, unbindAll } from '../testing/wallet-story';

const chanceOf = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
};

/** A table on which nobody knows who is next: before each access, others may go first. */
function slowTable(chance: () => number) {
  const table = memoryTable();
  const state = { slow: false };
  const wait = async () => {
    for (let turns = state.slow ? Math.floor(chance() * 4) : 0; turns > 0; turns -= 1) await turn();
  };
  const slow: typeof table = {
    ...table,
    get: async (key) => {
      await wait();
      return table.get(key);
    },
    write: async (puts) => {
      await wait();
      return table.write(puts);
    },
  };
  return { table: slow, state };
}

/** A holder who asks for the card, tells of it and unbinds, all at once, while pushes are made by platforms that now and then give no answer. */
async function muddle(channel: 'weapp' | 'alipay', seed: number) {
  const chance = chanceOf(seed);
  const { table, state } = slowTable(chance);
  const desk = await openCity({ table });
  const token = await signedIn(desk, { channel });
  await activated(desk, token, channel === 'weapp' ? {} : { steps: ALIPAY_STEPS });
  await desk.push();
  await confirmUnbinding(desk, token);
  const { wallets } = desk.world;
  const addOnPhone = async () => {
    const { add } = await addCard(desk, token);
    const code = add && wallets.addOnPhone(add.cardExt);
    if (code) await confirmCard(desk, await signedIn(desk, { channel }), code);
  };
  const pushing = async () => {
    for (let i = 0; i < 4; i += 1) {
      if (chance() < 0.3) desk.world.refuse(channel === 'weapp' ? 'closeCard' : chance() < 0.5 ? 'issuePass' : 'closePass', 'UPSTREAM_BUSY');
      await desk.push().catch(() => undefined);
      desk.world.allow();
      await turn();
    }
  };
  state.slow = true;
  await Promise.all([addOnPhone(), addOnPhone(), unbindAll(desk, token), pushing()]);
  state.slow = false;
  await unbindAll(desk, token);
  desk.world.allow();
  await desk.push();
  return { open: wallets.open(), seat: (await desk.get('/wallet', { token: await signedIn(desk, { channel }) })).body.code };
}

describe.each(['weapp', 'alipay'] as const)('%s', (channel) => {
  test('asking, telling, unbinding and pushing in any order: after the unbinding no card is open', async () => {
    for (let seed = 1; seed <= 40; seed += 1) expect({ seed, ...(await muddle(channel, seed)) }).toEqual({ seed, open: [], seat: 'VOUCHER_NOT_FOUND' });
  }, 60_000);
});
