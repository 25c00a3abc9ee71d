import { type FaultKind } from '@yibao/simulator/src/faults/kinds';
import { type Citizen } from '../citizen/citizen';
import { ApiFailure } from '../host/api/bench';
import { type Platform } from '../host/platform';
import { readsNothingRaw, readsRefusal } from './faults-citizen';
import { faultAt, feltAt, IN_TURN, outcomeAt } from './faults-in-turn';
import { type Call } from './faults-order';
import { forgetTokens } from './forgotten';
import { PIN, STORY, stageForStories } from './stage';

const weapp = (call: string): Call => ({ upstream: 'weapp', call });
const alipay = (call: string): Call => ({ upstream: 'alipay', call: `alipay.pass.instance.${call}` });

/** More than the service asks again. */
const TIMES = 3;
const timesOf = (kind: FaultKind) => (kind === 'expired-token' ? 1 : TIMES);

const stage = stageForStories();
const { orders } = stage;

const walletOf = async ({ person }: Citizen, platform: Platform): Promise<readonly { readonly code?: string }[]> =>
  (await (await fetch(`${stage.stack.outside}/phone/${platform}/wallet?person=${person.id}`)).json()) as { code?: string }[];

/** The person throws the card away. */
const throwsAway = async (citizen: Citizen): Promise<void> => {
  for (const { code } of await walletOf(citizen, 'weapp')) await fetch(`${stage.stack.outside}/phone/weapp/card/delete`, { method: 'POST', body: JSON.stringify({ person: citizen.person.id, code }) });
};

const LONGEST = 45_000;

async function until(what: string, isSo: () => Promise<boolean>, meanwhile = async () => {}): Promise<void> {
  for (const end = Date.now() + LONGEST; !(await isSo()); ) {
    if (Date.now() > end) throw new Error(`not so: ${what}`);
    await meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function atWallet(target: Platform): Promise<Citizen> {
  const missing = () => {
    throw new ApiFailure('card not found');
  };
  const citizen = await stage.phone({ target, person: await stage.person('ok'), answers: target === 'alipay' ? { openTicketDetail: missing } : {} });
  await citizen.activate({ pin: PIN });
  await citizen.hands.tap('to-wallet');
  await citizen.hands.waitForAny(['add-card']);
  return citizen;
}

const opensAgain = async (citizen: Citizen, shows: string): Promise<void> => {
  await citizen.restart('pages/wallet/wallet');
  await citizen.hands.waitForAny([shows]);
};

/** Unbinds, which takes the card out of the wallet whatever the platform says at first. */
async function unbinds(citizen: Citizen, platform: Platform): Promise<void> {
  await citizen.restart();
  await citizen.openSetting('bindings');
  for (const id of ['unbind-0', 'reason-lost-phone']) {
    await citizen.hands.waitForAny([id]);
    await citizen.hands.tap(id);
  }
  await citizen.tapAndConfirm('confirm-unbind', { pin: PIN, done: 'unbinding-done' });
  await readsNothingRaw(citizen);
  await until('the wallet is empty', async () => (await walletOf(citizen, platform)).length === 0);
}

/** Half of the kinds for each citizen: nobody may ask for a card all day. */
const HALVES = [IN_TURN.slice(0, 6), IN_TURN.slice(6)] as const;

/** Four ends in a row close nothing yet. */
const endsOf = (call: Call, kinds: readonly FaultKind[]) => kinds.filter((kind) => feltAt(call).includes(kind)).slice(0, 3);

describe.each(HALVES)('%s, %s, %s, %s, %s, %s', (...half) => {
  const kinds = half.filter((kind) => (IN_TURN as readonly unknown[]).includes(kind));

  /** Asks for a card in vain. */
  async function asksInVain(citizen: Citizen, call: Call, kind: FaultKind): Promise<void> {
    if (outcomeAt(call, kind) === 'not refused') return;
    await orders.order(faultAt(call, kind, timesOf(kind)));
    await citizen.hands.tap('add-card');
    expect([call.call, kind, await readsRefusal(citizen)]).toEqual([call.call, kind, outcomeAt(call, kind)]);
    await orders.clear();
    await citizen.hands.tap('refusal-retry');
    expect(await walletOf(citizen, 'weapp')).toEqual([]);
  }

  test('微信卡包：取凭据、解码、查卡时对方出故障，说明原因，再试就好，只有一张卡 (WAL-3, QA-2)', async () => {
    const citizen = await atWallet('weapp');
    for (const kind of kinds) {
      await forgetTokens(stage.stack.database, 'wechat-card', 'wechat-card-ticket');
      for (const call of ['stable_token', 'getticket']) await asksInVain(citizen, weapp(call), kind);
      await orders.order(faultAt(weapp('decrypt'), kind, timesOf(kind)));
      await citizen.hands.tap('add-card');
      const sign = await citizen.hands.waitForAny(['wallet-added', 'wallet-not-updated']);
      expect([kind, sign]).toEqual([kind, outcomeAt(weapp('decrypt'), kind) === 'not refused' ? 'wallet-added' : 'wallet-not-updated']);
      await readsNothingRaw(citizen);
      await orders.clear();
      if (sign === 'wallet-not-updated') await citizen.hands.tap('retry-card');
      await citizen.hands.waitForAny(['wallet-added']);
      expect(await walletOf(citizen, 'weapp')).toHaveLength(1);
      await orders.order(faultAt(weapp('get'), kind, timesOf(kind)));
      await opensAgain(citizen, 'wallet-added');
      await orders.clear();
      if (kind === kinds.at(-1)) continue;
      await throwsAway(citizen);
      await opensAgain(citizen, 'add-card');
    }
    await orders.order(...endsOf(weapp('unavailable'), kinds).map((kind) => faultAt(weapp('unavailable'), kind)));
    await unbinds(citizen, 'weapp');
  }, 2 * STORY);

  test('支付宝卡包：发卡、更新时对方出故障，过一会儿就加好，只有一张卡 (WAL-3, QA-2)', async () => {
    const citizen = await atWallet('alipay');
    for (const kind of kinds) {
      await orders.order(faultAt(alipay('add'), kind), faultAt(alipay('update'), kind));
      await citizen.hands.tap(await citizen.hands.waitForAny(['add-card', 'retry-card']));
      await until(`added in spite of ${kind}`, () => citizen.hands.exists('wallet-added'), () => citizen.hands.pass(2000));
      await readsNothingRaw(citizen);
      await orders.clear();
      await until('one pass is left', async () => (await walletOf(citizen, 'alipay')).length === 1);
      if (kind === kinds.at(-1)) continue;
      await citizen.hands.tap('open-card');
      await citizen.hands.waitForAny(['wallet-lost']);
    }
    await orders.order(...endsOf(alipay('update'), kinds).map((kind) => faultAt(alipay('update'), kind)));
    await unbinds(citizen, 'alipay');
  }, 2 * STORY);
});
