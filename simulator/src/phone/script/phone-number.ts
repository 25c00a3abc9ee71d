import { askPhone } from './ask-phone';
import { channel } from './channel';
import { watchMessages } from './messages';
import { button, buttons, consent, sheet } from './sheet';

type PhoneNumber = { readonly packet: string } | { readonly code: string } | { readonly cancelled: true };

const CANCELLED = { cancelled: true } as const;

/** Alipay remembers who was let have the number. */
const GIVEN = 'phone.number-given';

async function packet(): Promise<PhoneNumber> {
  await watchMessages();
  return { packet: (await askPhone('alipay/phone-number'))['response'] ?? '' };
}

async function fromAlipay(): Promise<PhoneNumber> {
  const text = { app: '支付宝授权', title: '医保码申请获取您的手机号', text: '您在支付宝绑定的手机号。' };
  if (!(await consent(text, { yes: '允许', no: '拒绝' }))) return CANCELLED;
  localStorage.setItem(GIVEN, 'yes');
  return packet();
}

type Choice = 'account' | 'other' | 'none';

const chosen = () =>
  sheet<Choice>({ app: '微信', title: '医保码申请使用您的手机号', text: '微信绑定的手机号，或者换一个（预览时随机给一个新号码）。' }, 'none', (answer) => [
    buttons(button('不允许', () => answer('none')), button('允许', () => answer('account'), 'phone-primary')),
    button('使用其他号码', () => answer('other')),
  ]);

async function fromWeChat(): Promise<PhoneNumber> {
  const choice = await chosen();
  if (choice === 'none') return CANCELLED;
  await watchMessages();
  return { code: (await askPhone('weapp/phone-number', { other: choice === 'other' }))['code'] ?? '' };
}

export const phoneNumber = (): Promise<PhoneNumber> => (channel === 'alipay' ? fromAlipay() : fromWeChat());

/** Without asking anybody, where it was given before. */
export const phoneNumberAgain = (): Promise<PhoneNumber> => (channel === 'alipay' && localStorage.getItem(GIVEN) !== null ? packet() : Promise.resolve(CANCELLED));
