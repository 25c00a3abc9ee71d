import { maskPhone } from '@yibao/shared';
import { FAULT_KINDS } from '@yibao/simulator/src/faults/kinds';
import { type Citizen } from '../citizen/citizen';
import { newestSmsCode } from '../citizen/person';
import { phoneOf } from '../host/phone';
import { readsNothingRaw, readsRefusal, readsRefusalAt, triesInVain } from './faults-citizen';
import { borneAt, ELSEWHERE, faultAt, feltAt, IN_TURN, outcomeAt } from './faults-in-turn';
import { type Call } from './faults-order';
import { PACKETS, spoiling } from './faults-packets';
import { HALF_A_MINUTE } from './faults-script';
import { PIN, STORY, stageForStories } from './stage';

const NUMBER: Call = { upstream: 'weapp', call: 'getuserphonenumber' };
const TOKEN: Call = { upstream: 'weapp', call: 'stable_token' };
const SMS: Call = { upstream: 'sms', call: 'SendSms' };

/** More than the service asks again. */
const TIMES = 3;

const stage = stageForStories();
const { orders } = stage;

async function opensPhone(citizen: Citizen, shows: string): Promise<void> {
  await citizen.restart();
  await citizen.openSetting('phone');
  await citizen.hands.waitForAny([shows]);
}

async function atPhone(): Promise<Citizen> {
  const citizen = await stage.phone({ target: 'weapp', person: await stage.person('ok') });
  await citizen.activate({ pin: PIN });
  await opensPhone(citizen, 'one-tap');
  return citizen;
}

/** Reads why, and stands before the number again. */
async function readsWhy(citizen: Citizen): Promise<string> {
  const code = await readsRefusalAt(citizen, 'new-phone');
  if (await citizen.hands.exists('refusal-retry')) await citizen.hands.tap('refusal-retry');
  return code;
}

const lettersOf = async ({ person }: Citizen): Promise<readonly { readonly text?: string }[]> =>
  (await (await fetch(`${stage.stack.outside}/phone/inbox?person=${person.id}`)).json()) as { text?: string }[];

const codesOf = async (citizen: Citizen) => (await lettersOf(citizen)).filter(({ text = '' }) => text.includes('验证码'));

/** Types the code that has come and confirms with the PIN. */
async function finishes(citizen: Citizen): Promise<void> {
  await citizen.hands.type('sms-code', await newestSmsCode(stage.stack.outside, citizen.person));
  await citizen.hands.tap('confirm-sms');
  await citizen.hands.waitForAny(['pin-dots']);
  await citizen.typePin(PIN);
  await citizen.hands.waitForAny(['phone-changed']);
}

test('no kind of fault is left out', () => {
  expect([...IN_TURN, ...ELSEWHERE].sort()).toEqual([...FAULT_KINDS].sort());
});

describe('微信', () => {
  test('取微信里的号码时对方出各种故障：每次说明原因，再点就能换 (PHO-1, QA-2)', async () => {
    const citizen = await atPhone();
    for (const kind of feltAt(NUMBER)) {
      await orders.order(faultAt(NUMBER, kind));
      await citizen.hands.tap('one-tap');
      expect([kind, await readsWhy(citizen)]).toEqual([kind, outcomeAt(NUMBER, kind)]);
      await orders.clear();
    }
    await citizen.hands.tap('one-tap');
    await citizen.hands.waitForAny(['sms-sent']);
  }, STORY);

  test('取接口凭据时对方出各种故障，也是每次说明原因，再点就能换 (PHO-1, QA-2)', async () => {
    const citizen = await atPhone();
    for (const kind of feltAt(TOKEN)) {
      await orders.order(faultAt(NUMBER, 'expired-token'), faultAt(TOKEN, kind, TIMES));
      await citizen.hands.tap('one-tap');
      expect([kind, await readsWhy(citizen)]).toEqual([kind, outcomeAt(TOKEN, kind)]);
      await orders.clear();
    }
    await orders.order(faultAt(NUMBER, 'expired-token'), ...borneAt(NUMBER).filter((kind) => kind !== 'expired-token').map((kind) => faultAt(NUMBER, kind)));
    await citizen.hands.tap('one-tap');
    await citizen.hands.waitForAny(['sms-sent']);
  }, STORY);

  test('发短信时对方出各种故障：每次说明原因，能换号码再发；短信其实到了的，填上就行 (PHO-1, QA-2)', async () => {
    const citizen = await atPhone();
    for (const [i, kind] of feltAt(SMS).entries()) {
      await orders.order(faultAt(SMS, kind));
      await citizen.hands.type('new-phone', `1390009${String(i).repeat(4)}`);
      await citizen.hands.tap('get-sms');
      expect([kind, await readsWhy(citizen)]).toEqual([kind, outcomeAt(SMS, kind)]);
      await orders.clear();
      if (outcomeAt(SMS, kind) !== 'UPSTREAM_BUSY') continue;
      await citizen.hands.waitForAny(['sms-perhaps']);
      await citizen.hands.tap('other-number');
    }
    await orders.order(faultAt(SMS, 'drop'));
    await citizen.hands.waitForAny(['one-tap']);
    await citizen.hands.type('new-phone', citizen.person.phone);
    await citizen.hands.tap('get-sms');
    expect(await readsWhy(citizen)).toBe('UPSTREAM_BUSY');
    await citizen.hands.waitForAny(['sms-perhaps']);
    await finishes(citizen);
    expect(await citizen.text()).toContain(maskPhone(citizen.person.phone));
    expect(await codesOf(citizen)).toHaveLength(1);
  }, STORY);

  test('答的是别人的号码：没有收到那条短信就换不了，还是自己的', async () => {
    const [first, citizen] = [await atPhone(), await atPhone()];
    await first.hands.tap('one-tap');
    await first.hands.waitForAny(['sms-sent']);
    await orders.order(faultAt(NUMBER, 'swapped'), HALF_A_MINUTE);
    await citizen.hands.tap('one-tap');
    await citizen.hands.waitForAny(['sms-sent']);
    await citizen.hands.type('sms-code', '000000');
    await citizen.hands.tap('confirm-sms');
    await citizen.hands.waitForAny(['sms-code-fault']);
    await readsNothingRaw(citizen);
    await citizen.hands.tap('other-number');
    await citizen.hands.waitForAny(['one-tap']);
    expect(await citizen.hands.exists('change-phone')).toBe(false);
  }, STORY);
});

describe('支付宝三步', () => {
  async function unbinds(citizen: Citizen): Promise<void> {
    for (const id of ['go-unbind', 'unbind-0', 'reason-new-number']) {
      await citizen.hands.waitForAny([id]);
      await citizen.hands.tap(id);
    }
    await citizen.tapAndConfirm('confirm-unbind', { pin: PIN, done: 'unbinding-done' });
  }

  const AGAIN = { agreement: { upstream: 'alipay', call: 'alipay.system.oauth.token' }, face: { upstream: 'alipay', call: 'alipay.user.certify.open.initialize' }, phone: SMS } as const;

  test('号码包不对、换回来、解绑、重新激活，每步对方都断一次：每次说明原因，接着能做完 (PHO-2, QA-2)', async () => {
    const person = await stage.person('ok');
    const usual = phoneOf(person.id, stage.stack.outside).alipay['getPhoneNumber']!;
    let isSpoiling = false;
    const spoilt = spoiling(usual);
    const citizen = await stage.phone({ target: 'alipay', person, answers: { getPhoneNumber: (options, phone) => (isSpoiling ? spoilt : usual)(options, phone) } });
    await citizen.activate({ pin: PIN });
    await opensPhone(citizen, 'guide-account-now');
    isSpoiling = true;
    for (const [what] of PACKETS) {
      await citizen.hands.tap('check-account');
      expect([what, await readsRefusal(citizen)]).toEqual([what, 'PHONE_PACKET_REJECTED']);
      await citizen.hands.tap('refusal-retry');
    }
    await citizen.hands.tap('check-account');
    await citizen.hands.waitForAny(['number-cancelled']);
    await citizen.hands.tap('check-account');
    await citizen.hands.waitForAny(['same-number']);
    const moved = `1390008${person.phone.slice(-4)}`;
    await orders.turn(person.id, { alipayPhone: moved });
    await opensPhone(citizen, 'guide-account-done');
    await unbinds(citizen);
    await opensPhone(citizen, 'guide-unbind-done');
    await citizen.hands.tap('go-activate');
    for (let step = await citizen.standsAt(); step !== 'done'; step = await citizen.leave(step)) {
      const call = (AGAIN as Partial<Record<string, Call>>)[step];
      if (call) {
        await orders.order(faultAt(call, 'error', TIMES));
        expect([step, await triesInVain(citizen, step)]).toEqual([step, 'UPSTREAM_BUSY']);
        await orders.clear();
      }
      await citizen.take(step, { pin: PIN });
    }
    await opensPhone(citizen, 'phone-changed');
    expect(await citizen.text()).toContain(maskPhone(moved));
  }, STORY);
});
