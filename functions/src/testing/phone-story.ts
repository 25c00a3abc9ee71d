import { READING_AUTHORISATION, SERVICE_AGREEMENT } from '@yibao/shared';
import { phoneIndexWith } from '../crypto/digest';
import { keysFrom } from '../crypto/keys';
import { sealerWith } from '../crypto/sealer';
import { phonesIn } from '../phone/store';
import type { Desk } from './desk';
import { activated, ALIPAY_STEPS, openCity, PIN, signedIn, WEAPP_STEPS } from './story';

export const NEW = '13900008888';
export const NEWER = '13900007777';
export const CODE = { code: '246810' };
const KEYS = keysFrom('a root key that is only for tests, 32+');

/** A citizen who changes the phone number. */
export function changer(desk: Desk, token: string) {
  const post = (path: string, body: unknown = {}) => desk.post(path, body, { token });
  return {
    desk,
    token,
    post,
    read: () => desk.get('/phone', { token }),
    send: (phone = NEW) => post('/phone/new', { phone }),
    prove: (code = CODE.code) => post('/phone/new/code', { code }),
    confirmed: () => post('/session/step-up', { action: 'change-phone', pin: PIN }),
    change: () => post('/phone'),
    /** The whole way to another number; gives the last answer. */
    async move(phone = NEW) {
      await post('/phone/new', { phone });
      await post('/phone/new/code', CODE);
      await post('/session/step-up', { action: 'change-phone', pin: PIN });
      const answer = await post('/phone');
      desk.wait(60_000);
      return answer;
    },
  };
}

export async function inWeChat(desk?: Desk) {
  const city = desk ?? (await openCity({ keys: KEYS }));
  const token = await signedIn(city);
  if (!desk) await activated(city, token);
  return changer(city, token);
}

export const BEN = { name: '李四', idNumber: '99999919850615001X', phone: '13900001111' };

/** How that person signs in to WeChat. */
export const BEN_ON_WECHAT = { channel: 'weapp', who: 'ben-on-wechat', device: 'b'.repeat(32) } as const;

/** From now on the outside world is that of another person, who signs in to Alipay. */
export async function another(desk: Desk) {
  desk.world.state.person = BEN;
  desk.recording.know(BEN);
  return changer(desk, await signedIn(desk, { channel: 'alipay', who: 'ben', device: 'b'.repeat(32) }));
}

/** The activations of that person. */
export const BENS_ALIPAY: typeof ALIPAY_STEPS = { ...ALIPAY_STEPS, agreement: (desk, token) => desk.post('/activation/agreement', { version: SERVICE_AGREEMENT.version, reading: READING_AUTHORISATION.version, code: 'ben' }, { token }) };
export const BENS_WECHAT: typeof WEAPP_STEPS = {
  ...WEAPP_STEPS,
  identity: (desk, token) => desk.post('/activation/identity', { name: BEN.name, idNumber: BEN.idNumber, code: 'realname-code' }, { token }),
};

/** The phone numbers of a desk that was opened here. */
export const phonesOf = (desk: Desk) => phonesIn(desk.table, sealerWith(KEYS), phoneIndexWith(KEYS));

export const voucherOf = async (desk: Desk) => (await desk.vouchers.ofPerson('999999199003070012'))!;
