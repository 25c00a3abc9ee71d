import { DEVICE_HEADER } from '@yibao/shared';
import { type Citizen } from '../citizen/citizen';
import { TARGETS, type Target } from '../citizen/targets';
import { type Answers, ApiFailure } from '../host/api/bench';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();

type Platform = 'weapp' | 'alipay';

const platformOf = (target: Target): Platform => (target === 'alipay' ? 'alipay' : 'weapp');

/** 我的卡包, 卡包. */
const SCENES: Readonly<Record<Platform, string>> = { weapp: '1028', alipay: '1401' };

/** What lies in the person's wallet at the platform. */
const walletOf = async ({ person }: Citizen, platform: Platform): Promise<readonly unknown[]> => {
  const answer = await fetch(`${stage.stack.outside}/phone/${platform}/wallet?person=${person.id}`);
  return (await answer.json()) as readonly unknown[];
};

/** Does it again, a little later, until it is so. */
const until = async (what: string, isSo: () => Promise<boolean>, meanwhile = async () => {}): Promise<void> => {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not so: ${what}`);
    await meanwhile();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};

const OTHER_PHONE = 'f'.repeat(32);

const post = async (path: string, body: object, token?: string): Promise<Readonly<Record<string, string>>> => {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}`, [DEVICE_HEADER]: OTHER_PHONE }) };
  const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()) as Record<string, string>;
};

/** From another phone with the same account. */
const unbindAll = async ({ person }: Citizen, platform: Platform): Promise<void> => {
  const { api, outside } = stage.stack;
  const { code, authCode } = await post(`${outside}/phone/${platform}/login`, { person: person.id });
  const { token } = await post(`${api}/session`, { channel: platform, code: code ?? authCode, device: OTHER_PHONE });
  await post(`${api}/session/step-up`, { action: 'unbind', pin: PIN }, token);
  await post(`${api}/binding/unbind`, { binding: 'all', reason: 'lost-phone' }, token);
};

/** At the bottom of the code's page. */
const openWalletPage = async (citizen: Citizen): Promise<void> => {
  await citizen.showCode(PIN);
  await citizen.hands.tap('wallet');
};

const add = async (citizen: Citizen, platform: Platform): Promise<void> => {
  await citizen.hands.waitForAny(['add-card']);
  await citizen.hands.tap('add-card');
  if (platform === 'weapp') await citizen.hands.agree('add-card');
  await until('the card is added', () => citizen.hands.exists('wallet-added'), () => citizen.hands.pass(2000));
};

describe.each(TARGETS)('%s', (target) => {
  const platform = platformOf(target);

  const activated = async (): Promise<Citizen> => {
    const citizen = await stage.phone({ target, person: await stage.person('ok') });
    await citizen.activate({ pin: PIN });
    return citizen;
  };

  test('加入卡包后从卡包打开 (WAL-1, WAL-2)', async () => {
    const citizen = await activated();
    await openWalletPage(citizen);
    await add(citizen, platform);
    expect(await citizen.text()).toContain('已在卡包');
    expect(await walletOf(citizen, platform)).toHaveLength(1);
    await citizen.hands.tap('open-card');
    await citizen.hands.agree('open-card');
    await citizen.restart(undefined, SCENES[platform]);
    if ((await citizen.hands.waitForAny(['pin-dots', 'qr'])) === 'pin-dots') await citizen.typePin(PIN);
    await citizen.hands.waitForAny(['qr']);
    expect(await stage.scan(await citizen.readCode())).toMatchObject({ outcome: 'accepted' });
  }, STORY);

  test('重复加入只有一张卡 (WAL-3)', async () => {
    const citizen = await activated();
    await citizen.hands.tap('to-wallet');
    await add(citizen, platform);
    await citizen.restart('pages/wallet/wallet');
    await citizen.hands.waitForAny(['wallet-added']);
    expect(await citizen.hands.exists('add-card')).toBe(false);
    expect(await walletOf(citizen, platform)).toHaveLength(1);
  }, STORY);

  test('解绑后卡包里的卡被移出 (WAL-2, UNB-1)', async () => {
    const citizen = await activated();
    await citizen.hands.tap('to-wallet');
    await add(citizen, platform);
    await unbindAll(citizen, platform);
    await until('the wallet is empty', async () => (await walletOf(citizen, platform)).length === 0);
    await citizen.restart(undefined, SCENES[platform]);
    expect(await citizen.hands.waitForAny(['refusal-VOUCHER_NOT_FOUND', 'unbound', 'qr', 'pin-dots'])).not.toMatch(/qr|pin/);
    await citizen.restart('pages/wallet/wallet');
    await citizen.hands.waitForAny(['refusal-VOUCHER_NOT_FOUND']);
  }, STORY);
});

describe('a phone that does not add the card', () => {
  const opened = async (answers: Answers): Promise<Citizen> => {
    const citizen = await stage.phone({ target: 'weapp', person: await stage.person('ok'), answers });
    await citizen.activate({ pin: PIN });
    await citizen.hands.tap('to-wallet');
    await citizen.hands.waitForAny(['add-card']);
    await citizen.hands.tap('add-card');
    return citizen;
  };

  const failing = (message: string): Answers => ({
    addCard: () => {
      throw new ApiFailure(message);
    },
  });

  test('取消加入，不提示，还可以再加 (WAL-3)', async () => {
    const citizen = await opened(failing('cancel'));
    await until('nothing is under way', async () => !(await citizen.hands.has('正在加入')));
    expect(await citizen.hands.exists('add-card')).toBe(true);
    expect(await citizen.hands.exists('wallet-failed')).toBe(false);
    expect(await walletOf(citizen, 'weapp')).toEqual([]);
  }, STORY);

  test('这个版本不能加卡包，给出别的办法 (WAL-3)', async () => {
    const citizen = await opened(failing('system permission denied'));
    await citizen.hands.waitForAny(['wallet-unsupported']);
    expect(await citizen.text()).toContain('添加到桌面');
    expect(await citizen.text()).toContain('添加到我的小程序');
  }, STORY);

  test('没有加成，说明白，可以再试 (WAL-3)', async () => {
    const citizen = await opened(failing('invalid signature'));
    await citizen.hands.waitForAny(['wallet-failed']);
    await citizen.hands.tap('retry-card');
    await citizen.hands.waitForAny(['wallet-failed']);
    expect(await walletOf(citizen, 'weapp')).toEqual([]);
  }, STORY);

  test('加上了而没有记下来，说明白，再试就对上 (WAL-3)', async () => {
    const citizen = await stage.phone({ target: 'weapp', person: await stage.person('ok') });
    await citizen.activate({ pin: PIN });
    await citizen.hands.tap('to-wallet');
    await citizen.hands.waitForAny(['add-card']);
    await post(`${stage.stack.outside}/faults`, { upstream: 'weapp', call: 'decrypt', kind: 'error', times: 3 });
    await citizen.hands.tap('add-card');
    await citizen.hands.waitForAny(['wallet-not-updated']);
    expect(await walletOf(citizen, 'weapp')).toHaveLength(1);
    await citizen.hands.tap('retry-card');
    await citizen.hands.waitForAny(['wallet-added']);
    expect(await walletOf(citizen, 'weapp')).toHaveLength(1);
  }, STORY);
});
