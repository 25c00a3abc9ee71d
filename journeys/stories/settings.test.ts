import { AccountData, PIN_TRIES } from '@yibao/shared';
import { type Citizen } from '../citizen/citizen';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();

const NEW_PIN = '740852';
const WRONG_PIN = '963074';

/** A new phone of the same person, standing at the keys: it may not show the code before the PIN. */
const atTheKeys = async (citizen: Citizen): Promise<Citizen> => {
  await citizen.hands.waitForAny(['show-code']);
  await citizen.hands.tap('show-code');
  await citizen.hands.waitForAny(['pin-dots']);
  return citizen;
};

describe.each(['weapp', 'web'] as const)('%s', (target) => {
  const phoneOf = async (person: Citizen['person']) => stage.phone({ target, person });

  const activated = async (): Promise<Citizen> => {
    const citizen = await phoneOf(await stage.person('ok'));
    await citizen.activate({ pin: PIN });
    return citizen;
  };

  const closeAccount = async (citizen: Citizen): Promise<void> => {
    await citizen.tapAndConfirm('confirm-close', { pin: PIN, done: 'account-closed' });
    expect(await citizen.text()).toContain('还会保留的');
  };

  test('修改凭证密码后旧密码不再有效 (CODE-3)', async () => {
    const citizen = await activated();
    await citizen.restart();
    await citizen.openSetting('change-pin');
    await citizen.hands.waitForAny(['pin-dots']);
    await citizen.typePin(PIN);
    await citizen.chooseNewPin(NEW_PIN);
    const elsewhere = await atTheKeys(await phoneOf(citizen.person));
    await elsewhere.typePin(PIN);
    await elsewhere.hands.waitForAny(['pin-wrong']);
    await elsewhere.typePin(NEW_PIN);
    await elsewhere.hands.waitForAny(['qr']);
    expect(await stage.scan(await elsewhere.readCode())).toMatchObject({ outcome: 'accepted' });
  }, STORY);

  test('忘记密码，锁定后刷脸重设 (CODE-3)', async () => {
    const { person } = await activated();
    const citizen = await atTheKeys(await phoneOf(person));
    for (let tries = 1; tries < PIN_TRIES; tries += 1) {
      await citizen.typePin(WRONG_PIN);
      await citizen.hands.waitForText(`还可以试${PIN_TRIES - tries}次`);
    }
    await citizen.typePin(WRONG_PIN);
    await citizen.hands.waitForAny(['refusal-PIN_LOCKED']);
    await citizen.hands.tap('refusal-resetPin');
    await citizen.confirmByFace();
    await citizen.chooseNewPin(NEW_PIN);
    await citizen.hands.tap('back');
    if ((await citizen.hands.waitForAny(['pin-dots', 'qr'])) === 'pin-dots') await citizen.typePin(NEW_PIN);
    await citizen.hands.waitForAny(['qr']);
    expect(await stage.scan(await citizen.readCode())).toMatchObject({ outcome: 'accepted' });
  }, STORY);

  test('在另一台设备上退出本机 (CODE-4)', async () => {
    const citizen = await activated();
    const elsewhere = await phoneOf(citizen.person);
    await elsewhere.hands.waitForAny(['show-code']);
    await elsewhere.openSetting('sessions');
    await elsewhere.tapAndConfirm('end-session-1', { pin: PIN, done: 'alone' });
    expect(await elsewhere.hands.exists('session-1')).toBe(false);
    await elsewhere.hands.tap('sign-out');
    await elsewhere.hands.waitForAny(['signed-out']);
    await elsewhere.hands.tap('sign-in-again');
    await atTheKeys(elsewhere);
  }, STORY);

  test('断网时退出登录，本机的医保码照样清掉 (CODE-5)', async () => {
    const citizen = await activated();
    await citizen.restart();
    await citizen.openSetting('sessions');
    await citizen.hands.waitForAny(['sign-out']);
    await citizen.goOffline();
    await citizen.hands.tap('sign-out');
    await citizen.hands.waitForAny(['signed-out']);
    await citizen.restart('pages/voucher/voucher');
    await citizen.hands.waitForAny(['refusal-title']);
    expect(await citizen.hands.exists('qr')).toBe(false);
  }, STORY);

  test('撤回授权后再次激活要重新同意 (ALL-4)', async () => {
    const citizen = await activated();
    await citizen.restart();
    await citizen.openSetting('consents');
    await citizen.tapAndConfirm('withdraw-face', { pin: PIN, done: 'give-face' });
    expect(await citizen.text()).toContain('已撤回');
    await citizen.hands.tap('withdraw-service');
    await closeAccount(citizen);
    await citizen.hands.tap('home');
    await citizen.openWizard();
    expect(await citizen.standsAt()).toBe('agreement');
    await citizen.restart();
    await citizen.activate({ pin: NEW_PIN });
    await citizen.restart();
    await citizen.openSetting('consents');
    await citizen.hands.waitForAny(['withdraw-face']);
    expect(await citizen.text()).toContain('以前的记录');
  }, STORY);

  test('导出我的数据 (ALL-4)', async () => {
    const citizen = await activated();
    await citizen.restart();
    await citizen.openSetting('data');
    await citizen.tapAndConfirm('export', { pin: PIN, done: 'data-ready' });
    await citizen.hands.tap('copy-data');
    await citizen.hands.waitForAny(['data-copied']);
    const data = AccountData.parse(JSON.parse(await citizen.hands.clipboard()));
    expect(data).toMatchObject({ voucher: { region: '370100', idNumber: citizen.person.idNumber }, bindings: [{ channel: 'weapp' }] });
    expect(data.consents.map(({ purpose }) => purpose).sort()).toEqual(['face', 'reading', 'service']);
  }, STORY);

  test('注销后旧码立即失效 (ALL-4, CODE-6)', async () => {
    const citizen = await activated();
    await citizen.showCode(PIN);
    const code = await citizen.readCode();
    await citizen.restart();
    await citizen.openSetting('close-account');
    await closeAccount(citizen);
    expect(await stage.scan(code)).toMatchObject({ outcome: 'refused' });
    await citizen.hands.tap('home');
    await citizen.hands.waitForAny(['activate']);
  }, STORY);
});
