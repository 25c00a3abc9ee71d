import { HOUR, MINUTE, OFFLINE_USES } from '@yibao/shared';
import { type Citizen } from '../citizen/citizen';
import { type CompiledHands } from '../citizen/compiled-hands';
import { TARGETS } from '../citizen/targets';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();

const VOUCHER = 'pages/voucher/voucher';
const NEEDS_NETWORK = { outcome: 'refused', code: 500162 };
const NOT_VALID = { outcome: 'refused', code: 500160 };
const ACCEPTED = { outcome: 'accepted' };
const DAY = 24 * HOUR;

const holder = async (target: (typeof TARGETS)[number], clockOff = 0): Promise<Citizen> => {
  const citizen = await stage.phone({ target, person: await stage.person('ok') });
  if (clockOff !== 0) await citizen.hands.setClock(clockOff);
  await citizen.activate({ pin: PIN });
  await citizen.showCode(PIN);
  return citizen;
};

/** From a cold start straight to the code page; by the PIN where it is asked. */
const opensCode = async (citizen: Citizen): Promise<void> => {
  await citizen.restart(VOUCHER);
  if ((await citizen.hands.waitForAny(['pin-dots', 'qr'])) === 'pin-dots') await citizen.typePin(PIN);
  await citizen.hands.waitForAny(['qr']);
};

/** The app is put away, and the phone’s clock is found otherwise when it is opened again. */
const whileAway = async (citizen: Citizen, clock: number): Promise<void> => {
  await citizen.goOffline();
  await citizen.restart();
  await citizen.hands.setClock(clock);
};

const scanned = async (citizen: Citizen) => stage.scan(await citizen.readCode());

const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not so: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** A few seconds of real time between two codes: a phone whose clock was moved instead would be corrected by the service, and its code with it. */
const pause = () => new Promise((resolve) => setTimeout(resolve, MINUTE / 15));

const bannerGoes = ({ hands }: Citizen) => until('the banner goes', async () => !(await hands.exists('offline')));

/** The page asks again by itself as soon as it hears of a network; the browser of these stories does not tell. */
const codeComesBack = async (citizen: Citizen): Promise<void> => {
  await citizen.goOnline();
  if (!('program' in citizen.hands)) await citizen.hands.tap('retry');
  if ((await citizen.hands.waitForAny(['pin-dots', 'qr'])) === 'pin-dots') await citizen.typePin(PIN);
  await citizen.hands.waitForAny(['qr']);
};

describe.each(TARGETS)('%s', (target) => {
  test('断网冷启动：直接打开医保码，扫三次都行，第四次要联网；连上后提示消失，马上又能用 (CODE-5)', async () => {
    const citizen = await holder(target);
    await citizen.goOffline();
    await opensCode(citizen);
    await citizen.hands.waitForAny(['offline']);
    for (let use = 1; use <= OFFLINE_USES; use += 1) {
      expect([use, await scanned(citizen)]).toEqual([use, expect.objectContaining(ACCEPTED)]);
      await pause();
      await citizen.hands.tap('refresh');
    }
    expect(await scanned(citizen)).toMatchObject(NEEDS_NETWORK);
    await citizen.goOnline();
    await bannerGoes(citizen);
    expect(await scanned(citizen)).toMatchObject(ACCEPTED);
  }, STORY);

  test('72小时没有连过网：说明原因和还能用什么；连上后恢复 (CODE-5)', async () => {
    const citizen = await holder(target);
    await whileAway(citizen, 72 * HOUR + MINUTE);
    await citizen.restart(VOUCHER);
    await citizen.hands.waitForAny(['voucher-expired']);
    expect(await citizen.text()).toMatch(/太久没有连过网络[\s\S]*社会保障卡或身份证/);
    expect(await citizen.hands.exists('qr')).toBe(false);
    await codeComesBack(citizen);
    expect(await scanned(citizen)).toMatchObject(ACCEPTED);
  }, STORY);
});

describe.each(['weapp', 'alipay'] as const)('%s', (target) => {
  test('网络回来时医保码一直在，没有闪动 (CODE-5)', async () => {
    const citizen = await holder(target);
    await citizen.goOffline();
    await opensCode(citizen);
    await citizen.hands.waitForAny(['offline']);
    const { host } = (citizen.hands as CompiledHands).program();
    const before = host.data.entries.length;
    await citizen.goOnline();
    await bannerGoes(citizen);
    const drawn = host.data.entries.slice(before).map(({ text }) => text).join('\n');
    expect(drawn).not.toContain('正在准备医保码');
    expect(await citizen.hands.exists('qr')).toBe(true);
  }, STORY);

  test('医保码打开着过了72小时：不再出示，说明要联网 (CODE-5)', async () => {
    const citizen = await holder(target);
    await whileAway(citizen, 72 * HOUR - MINUTE);
    await opensCode(citizen);
    await citizen.hands.pass(1.5 * MINUTE);
    await citizen.hands.waitForAny(['voucher-expired']);
    expect(await citizen.hands.exists('qr')).toBe(false);
  }, STORY);

  test.each([['快5分钟', 5 * MINUTE], ['慢3天', -3 * DAY]])('手机时间一直%s：联网时出示、断网时出示都能扫 (CODE-5)', async (_how, off) => {
    const citizen = await holder(target, off);
    expect(await scanned(citizen)).toMatchObject(ACCEPTED);
    await citizen.goOffline();
    await opensCode(citizen);
    await citizen.hands.pass(MINUTE / 15);
    await citizen.hands.tap('refresh');
    expect(await scanned(citizen)).toMatchObject(ACCEPTED);
  }, STORY);

  test('断网时把手机时间调快10分钟：手机看不出来，柜台说码无效；一连网就好 (CODE-5)', async () => {
    const citizen = await holder(target);
    await whileAway(citizen, 10 * MINUTE);
    await opensCode(citizen);
    expect(await scanned(citizen)).toMatchObject(NOT_VALID);
    await citizen.goOnline();
    await bannerGoes(citizen);
    expect(await scanned(citizen)).toMatchObject(ACCEPTED);
  }, STORY);

  test('断网时把手机时间调慢：不出示扫不了的码，说要核对时间；连上后恢复 (CODE-5)', async () => {
    const citizen = await holder(target);
    await whileAway(citizen, -DAY);
    await citizen.restart(VOUCHER);
    await citizen.hands.waitForAny(['voucher-clock']);
    expect(await citizen.text()).toMatch(/自动设置时间[\s\S]*社会保障卡或身份证/);
    await codeComesBack(citizen);
    expect(await scanned(citizen)).toMatchObject(ACCEPTED);
  }, STORY);

  test.each([['调慢', -10 * MINUTE], ['调快', 10 * MINUTE]])('医保码打开着，手机时间被%s：收起来核对；连上后恢复 (CODE-5)', async (_how, by) => {
    const citizen = await holder(target);
    await citizen.goOffline();
    await citizen.hands.pass(MINUTE / 15);
    await citizen.hands.setClock(by);
    await citizen.hands.pass(MINUTE / 30);
    await citizen.hands.waitForAny(['voucher-clock']);
    await codeComesBack(citizen);
    expect(await scanned(citizen)).toMatchObject(ACCEPTED);
  }, STORY);
});
