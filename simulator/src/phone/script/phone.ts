import { askPhone } from './ask-phone';
import { channel, query } from './channel';
import { face } from './face';
import { phoneNumber, phoneNumberAgain } from './phone-number';
import { offerOwner } from './owner';
import { buttons, button, consent, element, sheet } from './sheet';
import { subscribe } from './subscribe';
import { addCard, openCard } from './wallet';

type Code = { readonly code: string } | { readonly cancelled: true };

const CANCELLED = { cancelled: true } as const;

/** Six digits, whichever: a preview must not ask for a real pay password. */
const payPassword = () =>
  sheet<boolean>({ app: '微信城市服务', title: '请输入支付密码', text: '“医保码”申请核对您的实名信息。不会扣钱。\n这是预览，任意6位数字都可以。' }, false, (answer) => {
    const input = element('input', { type: 'password', inputMode: 'numeric', maxLength: 6, autocomplete: 'off' });
    input.setAttribute('aria-label', '支付密码');
    input.oninput = () => {
      input.value = input.value.replace(/\D/g, '');
      if (input.value.length === 6) answer(true);
    };
    return [input, buttons(button('取消', () => answer(false)))];
  });

async function realName(): Promise<Code> {
  return (await payPassword()) ? { code: (await askPhone('weapp/realname'))['code'] ?? '' } : CANCELLED;
}

async function accountCode(): Promise<Code> {
  const text = { app: '支付宝授权', title: '医保码申请获取您的实名信息', text: '姓名、证件号码。仅用于激活医保码。' };
  const agreed = await consent(text, { yes: '同意', no: '拒绝' });
  return agreed ? { code: (await askPhone('alipay/auth-user'))['authCode'] ?? '' } : CANCELLED;
}


async function login(): Promise<{ code: string }> {
  const answer = await askPhone(`${channel}/login`);
  return { code: answer['code'] ?? answer['authCode'] ?? '' };
}

const scene = query.get('scene') ?? undefined;

/** The rest of the address is what the scanned code said, e.g. `&c=w&r=370100&p=QDYD2026`. */
const said = Object.fromEntries([...query].filter(([name]) => !['channel', 'person', 'scene'].includes(name)));

Object.assign(window, { phone: { channel, ...(scene && { scene }), query: said, login, realName, accountCode, face, phoneNumber, phoneNumberAgain, addCard, openCard, subscribe } });
void offerOwner();
