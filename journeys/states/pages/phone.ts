import { contract, type PhoneState } from '@yibao/shared';
import { hence } from '../people';
import { also, type How, never, refuses, refusalsOf, says, saysConfirmed, type State, statesOf } from '../state';

const { readPhone, sendPhoneCode, provePhone, changePhone, seePhone } = contract.phone;

const PAGE = 'pages/phone/phone';
const state = statesOf(PAGE);

const CURRENT = { phone: '138****5080', since: hence(-72) };
const HERE: PhoneState = { channel: 'weapp', bound: true, current: CURRENT };
const SENT: PhoneState = { ...HERE, next: { phone: '139****6021', proven: false, resendAt: hence(0.01) } };
const PROVEN: PhoneState = { ...HERE, next: { phone: '139****6021', proven: true, resendAt: hence(0.01) } };
const CHANGED: PhoneState = { ...HERE, current: { phone: '139****6021', since: hence(0) } };

const at = (answer: PhoneState): How => ({ service: says(readPhone, answer) });
const TYPED: How = { steps: ['type new-phone 13900006021', 'tap get-sms'] };
const CODE: How = also(at(SENT), { steps: ['type sms-code 604128', 'tap confirm-sms'] });
const CHANGE: How = also(at(PROVEN), { steps: ['tap change-phone'] });
const AT_FIELD = '#new-phone-fault';

const inPlace: readonly State[] = [
  state('waiting', '.skeleton', { service: never(readPhone) }),
  state('first', '#one-tap', at({ channel: 'weapp', bound: true })),
  state('current', '#one-tap'),
  state('typed', '#get-sms', { steps: ['type new-phone 13900006021'] }),
  state('one-tap-cancelled', '#number-cancelled', { steps: ['tap one-tap'], phone: { 'weapp/phone-number': { errMsg: 'getPhoneNumber:fail user deny' } }, web: false }),
  state('one-tap-unagreed', '#number-unagreed', { steps: ['tap one-tap'], phone: { 'weapp/phone-number': { errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 } }, web: false }),
  state('one-tap-unavailable', '#number-unavailable', { steps: ['tap one-tap'], phone: { 'weapp/phone-number': { errMsg: 'getPhoneNumber:fail', errno: 1400001 } }, web: false }),
  state('sending', '#get-sms', also(TYPED, { service: never(sendPhoneCode) })),
  state('sent', '#sms-code', at(SENT)),
  state('proven', '#change-phone', at(PROVEN)),
  state('confirm', '#step-up', also(CHANGE, { service: refuses(changePhone, 'STEP_UP_REQUIRED') })),
  state('changed', '#phone-changed', also(CHANGE, { service: saysConfirmed(changePhone, CHANGED), steps: ['pin 258036'] })),
  ...refusalsOf(PAGE, { endpoint: sendPhoneCode, how: TYPED, others: ['OFFLINE'], signs: { PHONE_SAME: AT_FIELD, PHONE_FOREIGN: AT_FIELD, PHONE_PACKET_REJECTED: AT_FIELD, SMS_TOO_SOON: AT_FIELD }, prefix: 'new-' }),
  ...refusalsOf(PAGE, { endpoint: provePhone, how: CODE, others: ['OFFLINE'], signs: { SMS_WRONG: '#sms-code-fault', SMS_EXPIRED: '#sms-code-fault' }, prefix: 'code-' }),
  ...refusalsOf(PAGE, { endpoint: changePhone, how: CHANGE, others: ['OFFLINE'], signs: { STEP_UP_REQUIRED: '#step-up' }, prefix: 'change-' }),
].map((each) => ({ ...each, only: 'weapp' as const }));

const NEW = '139****6021';

/** So many of the three steps are done; before the first the account still has the number of before. */
const guided = (done: 0 | 1 | 2 | 3): PhoneState => ({
  channel: 'alipay',
  bound: done !== 2,
  ...(done === 2 ? {} : { current: { ...CURRENT, phone: done === 3 ? NEW : CURRENT.phone } }),
  guide: { account: done > 0, unbound: done > 1, activated: done > 2, from: CURRENT.phone, to: done === 0 ? CURRENT.phone : NEW },
});

const guide: readonly State[] = [
  state('guide', '#guide-account-now', at(guided(0))),
  state('guide-same', '#same-number', also(at(guided(0)), { service: says(seePhone, guided(0)), steps: ['tap check-account'] })),
  state('guide-checking', '#check-account', also(at(guided(0)), { service: never(seePhone), steps: ['tap check-account'] })),
  state('guide-changed', '#guide-account-done', at(guided(1))),
  state('guide-unbound', '#guide-unbind-done', at(guided(2))),
  state('guide-finished', '#phone-changed', at(guided(3))),
  ...refusalsOf(PAGE, { endpoint: seePhone, how: also(at(guided(0)), { steps: ['tap check-account'] }), others: ['OFFLINE'], prefix: 'guide-' }),
].map((each) => ({ ...each, only: 'alipay' as const }));

export const phones: readonly State[] = [...inPlace, ...guide, ...refusalsOf(PAGE, { endpoint: readPhone })];
