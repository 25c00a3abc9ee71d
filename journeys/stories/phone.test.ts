import { maskPhone } from '@yibao/shared';
import { type Citizen } from '../citizen/citizen';
import { newestSmsCode, type Person } from '../citizen/person';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();
const { orders } = stage;

/** An activated citizen before the page of the phone number. */
async function atPhone(target: 'weapp' | 'alipay' | 'web', platform: 'weapp' | 'alipay', shows: string): Promise<Citizen> {
  const citizen = await stage.phone({ target, platform, person: await stage.person('ok') });
  await citizen.activate({ pin: PIN });
  await comesBack(citizen, [shows]);
  return citizen;
}

/** Opens the app again and the page in it; says which of these shows. */
async function comesBack(citizen: Citizen, ids: readonly string[]): Promise<string> {
  await citizen.restart();
  await citizen.openSetting('phone');
  return citizen.hands.waitForAny(ids);
}

async function typeNumber(citizen: Citizen, phone: string): Promise<void> {
  await citizen.hands.type('new-phone', phone);
  await citizen.hands.tap('get-sms');
}

async function typeCode(citizen: Citizen, code: string): Promise<void> {
  await citizen.hands.waitForAny(['sms-code']);
  await citizen.hands.type('sms-code', code);
  await citizen.hands.tap('confirm-sms');
}

const codeTo = (person: Person) => newestSmsCode(stage.stack.outside, person);

/** The field shows when the message was sent. */
async function typeCodeOf(citizen: Citizen, person: Person): Promise<void> {
  await citizen.hands.waitForAny(['sms-code']);
  await typeCode(citizen, await codeTo(person));
}

async function confirms(citizen: Citizen): Promise<void> {
  await citizen.hands.waitForAny(['pin-dots']);
  await citizen.typePin(PIN);
  await citizen.hands.waitForAny(['phone-changed']);
}

describe.each(['weapp', 'web'] as const)('%s', (target) => {
  test('微信修改手机号: 填写的号码、微信里的号码，验证码和密码 (PHO-1)', async () => {
    const citizen = await atPhone(target, 'weapp', 'one-tap');
    await typeNumber(citizen, citizen.person.phone);
    await typeCodeOf(citizen, citizen.person);
    await confirms(citizen);
    expect(await citizen.text()).toContain(`手机号已设为 ${maskPhone(citizen.person.phone)}`);
    await citizen.hands.tap('phone-more');
    await citizen.hands.waitForAny(['one-tap']);
    await citizen.hands.tap('one-tap');
    await citizen.hands.agree('other-number');
    await typeCodeOf(citizen, citizen.person);
    await citizen.hands.waitForAny(['phone-changed']);
    expect(await citizen.text()).toMatch(/手机号已改为 139\*{4}\d{4}/);
    expect(await citizen.text()).not.toContain(maskPhone(citizen.person.phone));
    await comesBack(citizen, ['one-tap']);
    expect(await citizen.text()).not.toContain(maskPhone(citizen.person.phone));
  }, STORY);

  test('中途离开，回来接着换；密码以后再输也可以 (PHO-1)', async () => {
    const citizen = await atPhone(target, 'weapp', 'one-tap');
    await typeNumber(citizen, citizen.person.phone);
    await citizen.hands.waitForAny(['sms-code']);
    expect(await comesBack(citizen, ['sms-code', 'one-tap'])).toBe('sms-code');
    await typeCodeOf(citizen, citizen.person);
    await citizen.hands.waitForAny(['step-up-cancel']);
    await citizen.hands.tap('step-up-cancel');
    expect(await comesBack(citizen, ['change-phone', 'one-tap'])).toBe('change-phone');
    await citizen.hands.tap('change-phone');
    await confirms(citizen);
  }, STORY);
});

test('微信修改手机号: 支付宝里不能直接改，说明用的是账号的手机号，给出三步 (PHO-2)', async () => {
  const citizen = await atPhone('alipay', 'alipay', 'guide-account-now');
  expect(await citizen.text()).toContain('用的是支付宝账号的手机号');
  for (const id of ['one-tap', 'new-phone', 'get-sms']) expect([id, await citizen.hands.exists(id)]).toEqual([id, false]);
}, STORY);

test('支付宝三步换手机号: 微信里直接改，没有三步 (PHO-1)', async () => {
  const citizen = await atPhone('weapp', 'weapp', 'one-tap');
  expect(await citizen.text()).toContain('登记手机号');
  for (const id of ['guide-account-now', 'check-account', 'go-unbind']) expect([id, await citizen.hands.exists(id)]).toEqual([id, false]);
}, STORY);

test('验证码不对，用完五次要重新获取 (PHO-1)', async () => {
  const citizen = await atPhone('weapp', 'weapp', 'one-tap');
  await typeNumber(citizen, citizen.person.phone);
  await citizen.hands.waitForAny(['sms-code']);
  const wrong = (await codeTo(citizen.person)) === '111111' ? '222222' : '111111';
  for (const left of [4, 3, 2, 1]) {
    await typeCode(citizen, wrong);
    await citizen.hands.waitForText(`还可以试${left}次`);
  }
  await typeCode(citizen, wrong);
  await citizen.hands.waitForText('验证码过期了');
  await citizen.hands.tap('other-number');
  await typeNumber(citizen, citizen.person.phone);
  await citizen.hands.waitForText('验证码刚刚发过');
}, STORY);

test('短信可能没有发出去时说明原因，收到了就能填，没收到再点就能发 (PHO-1)', async () => {
  const citizen = await atPhone('weapp', 'weapp', 'one-tap');
  await orders.order({ upstream: 'sms', call: 'SendSms', kind: 'error', times: 1 });
  await typeNumber(citizen, citizen.person.phone);
  await citizen.hands.waitForAny(['refusal-UPSTREAM_BUSY']);
  await citizen.hands.tap('refusal-retry');
  await citizen.hands.waitForAny(['sms-perhaps']);
  await citizen.hands.tap('sms-again');
  await citizen.hands.waitForAny(['sms-sent']);
  await typeCodeOf(citizen, citizen.person);
  await confirms(citizen);
}, STORY);

test('别人在用的手机号，核对过验证码才知道，换一个就行 (PHO-1)', async () => {
  const first = await atPhone('weapp', 'weapp', 'one-tap');
  await typeNumber(first, first.person.phone);
  await typeCodeOf(first, first.person);
  await confirms(first);
  const citizen = await atPhone('weapp', 'weapp', 'one-tap');
  await orders.order({ upstream: 'sms', call: 'SendSms', kind: 'clock-offset', times: 1, ms: 40_000 });
  await typeNumber(citizen, first.person.phone);
  await typeCodeOf(citizen, first.person);
  await citizen.hands.waitForAny(['refusal-PHONE_TAKEN']);
  expect(await citizen.text()).toContain('这个手机号已绑定另一位参保人');
  await citizen.hands.tap('refusal-retry');
  await citizen.hands.waitForAny(['one-tap']);
}, STORY);

describe.each(['alipay', 'web'] as const)('%s', (target) => {
  const withNumber = (citizen: Citizen, id: string) => citizen.hands.tap(id).then(() => citizen.hands.agree('phone-number'));

  const activatesAgain = async (citizen: Citizen): Promise<void> => {
    await citizen.hands.tap('go-activate');
    for (let step = await citizen.standsAt(); step !== 'done'; step = await citizen.leave(step)) await citizen.take(step, { pin: PIN });
  };

  const unbinds = async (citizen: Citizen): Promise<void> => {
    await citizen.hands.tap('go-unbind');
    await citizen.hands.waitForAny(['unbind-0']);
    await citizen.hands.tap('unbind-0');
    await citizen.hands.waitForAny(['reason-new-number']);
    await citizen.hands.tap('reason-new-number');
    await citizen.tapAndConfirm('confirm-unbind', { pin: PIN, done: 'unbinding-done' });
  };

  test('支付宝三步换手机号: 每步做完自动打勾，离开也不要紧 (PHO-2)', async () => {
    const citizen = await atPhone(target, 'alipay', 'guide-account-now');
    expect(await citizen.text()).toContain(maskPhone(citizen.person.phone));
    await withNumber(citizen, 'check-account');
    await citizen.hands.waitForAny(['same-number']);
    const moved = `1390002${citizen.person.phone.slice(-4)}`;
    await orders.turn(citizen.person.id, { alipayPhone: moved });
    await comesBack(citizen, ['guide-account-done']);
    expect(await citizen.text()).toContain(`支付宝账号现在是 ${maskPhone(moved)}`);
    await unbinds(citizen);
    await comesBack(citizen, ['guide-unbind-done']);
    await activatesAgain(citizen);
    await comesBack(citizen, ['phone-changed']);
    expect(await citizen.text()).toContain(`手机号已改为 ${maskPhone(moved)}`);
  }, STORY);
});
