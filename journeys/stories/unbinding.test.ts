import { type Citizen } from '../citizen/citizen';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();

const NEW_PIN = '740852';
const REFUSED = { outcome: 'refused', code: 500160 };

/** To one number, one code a minute is sent; the service's clock is the real one. */
const nextTextMessage = () => new Promise((resolve) => setTimeout(resolve, 60_000));

describe.each(['weapp', 'alipay', 'web'] as const)('%s', (target) => {
  const phoneOf = async (person: Citizen['person']) => stage.phone({ target, person });

  const activated = async (): Promise<Citizen> => {
    const citizen = await phoneOf(await stage.person('ok'));
    await citizen.activate({ pin: PIN });
    return citizen;
  };

  /** From the list of bindings to the number of the unbinding. */
  const unbind = async (citizen: Citizen): Promise<void> => {
    await citizen.hands.waitForAny(['unbind-0']);
    await citizen.hands.tap('unbind-0');
    await citizen.hands.waitForAny(['reasons']);
    await citizen.hands.tap('reason-lost-phone');
    await citizen.tapAndConfirm('confirm-unbind', { pin: PIN, done: 'unbinding-done' });
    expect(await citizen.text()).toMatch(/JB\d{16}/);
  };

  test('解绑后旧码立即失效 (UNB-1)', async () => {
    const citizen = await activated();
    await citizen.showCode(PIN);
    const code = await citizen.readCode();
    await citizen.restart();
    await citizen.openSetting('bindings');
    await unbind(citizen);
    expect(await stage.scan(code)).toMatchObject(REFUSED);
    await citizen.hands.tap('home');
    await citizen.hands.waitForAny(['unbound']);
    expect(await citizen.text()).toContain('原因：手机丢了');
    await citizen.restart('pages/voucher/voucher');
    await citizen.hands.waitForAny(['refusal-VOUCHER_NOT_FOUND']);
    expect(await citizen.hands.exists('qr')).toBe(false);
  }, STORY);

  test('解绑后重新激活，另设凭证密码 (UNB-3)', async () => {
    const citizen = await activated();
    await citizen.restart();
    await citizen.openSetting('bindings');
    await unbind(citizen);
    await citizen.hands.tap('home');
    if (target === 'alipay') await nextTextMessage();
    await citizen.activate({ pin: NEW_PIN });
    await citizen.showCode(NEW_PIN);
    expect(await stage.scan(await citizen.readCode())).toMatchObject({ outcome: 'accepted' });
    await citizen.restart();
    await citizen.openSetting('bindings');
    await citizen.hands.waitForAny(['binding-0']);
    expect(await citizen.hands.exists('binding-1')).toBe(false);
  }, 2 * STORY);

  test('手机丢失，在别的手机上解绑 (UNB-2)', async () => {
    const lost = await activated();
    await lost.showCode(PIN);
    const shownEarlier = await lost.readCode();
    await lost.goOffline();
    const borrowed = await phoneOf(lost.person);
    await borrowed.hands.waitForAny(['lost']);
    await borrowed.hands.tap('lost');
    await borrowed.hands.waitForAny(['lost-steps']);
    expect(await borrowed.text()).toContain('12393');
    await borrowed.hands.tap('to-bindings');
    await unbind(borrowed);
    expect(await stage.scan(shownEarlier)).toMatchObject(REFUSED);
    expect(await stage.scan(await lost.readCode())).toMatchObject(REFUSED);
    await lost.goOnline();
    await lost.restart();
    await lost.hands.waitForAny(['unbound']);
    expect(await lost.hands.exists('show-code')).toBe(false);
    await lost.goOffline();
    await lost.restart('pages/voucher/voucher');
    await lost.hands.waitForAny(['refusal-title']);
    expect(await lost.hands.exists('qr')).toBe(false);
  }, STORY);
});
