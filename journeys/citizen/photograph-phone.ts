import { type Album } from './album';
import { Citizen } from './citizen';
import { newestSmsCode } from './person';
import { type Walk } from './photographer';

const PIN = '258036';

interface Scene {
  readonly citizen: Citizen;
  readonly walk: Walk;
  readonly take: (title: string) => Promise<void>;
}

const inWeChat = async ({ citizen, walk: { hands, person, outside }, take }: Scene): Promise<void> => {
  await hands.waitForAny(['one-tap']);
  await take('phone');
  await hands.type('new-phone', person.phone);
  await hands.tap('get-sms');
  await hands.waitForAny(['sms-code']);
  const code = await newestSmsCode(outside, person);
  await hands.type('sms-code', code === '111111' ? '222222' : '111111');
  await hands.tap('confirm-sms');
  await hands.waitForAny(['sms-code-fault']);
  await take('phone-code');
  await hands.type('sms-code', code);
  await hands.tap('confirm-sms');
  await hands.waitForAny(['step-up-cancel']);
  await take('phone-confirm');
  await hands.tap('step-up-cancel');
  await hands.waitForAny(['change-phone']);
  await take('phone-proven');
  await hands.tap('change-phone');
  await hands.waitForAny(['pin-dots']);
  await citizen.typePin(PIN);
  await hands.waitForAny(['phone-changed']);
  await take('phone-changed');
};

const inAlipay = async ({ citizen, walk: { hands, person, outside }, take }: Scene): Promise<void> => {
  await hands.waitForAny(['guide-account-now']);
  await take('phone');
  await hands.tap('check-account');
  await hands.agree('phone-number');
  await hands.waitForAny(['same-number']);
  await take('phone-same');
  const alipayPhone = `1390003${person.phone.slice(-4)}`;
  await fetch(`${outside}/persons/switch`, { method: 'POST', body: JSON.stringify({ person: person.id, switches: { alipayPhone } }) });
  await hands.restart();
  await citizen.openSetting('phone');
  await hands.waitForAny(['guide-account-done']);
  await take('phone-step-1');
};

/** 修改手机号: on WeChat to its end, on Alipay until the first of the three steps is done. */
export const photographPhone = async (album: Album, walk: Walk): Promise<void> => {
  const { hands, person, platform, outside, chapter } = walk;
  const citizen = new Citizen({ hands, person, platform, outside });
  const take = (title: string) => album.take(hands.page(), chapter, title);
  await hands.restart();
  await citizen.openSetting('phone');
  await (platform === 'weapp' ? inWeChat : inAlipay)({ citizen, walk, take });
};
