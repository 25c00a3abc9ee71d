import { type ActivationStep, contract } from '@yibao/shared';
import { CLOSED, DONE, hence, JINAN, LONG, LONG_CLOSED, LONG_NAME, NOW, QINGDAO } from '../people';
import { also, type How, never, refuses, refusalsOf, says, type State, statesOf, type Step } from '../state';
import { insured, underWay } from './under-way';

const { activation, feedback, region, notice } = contract;

const PAGE = 'pages/activation/activation';
const state = statesOf(PAGE);

const at = (step: ActivationStep, ...[regions, more]: Parameters<typeof underWay> extends [unknown, ...infer R] ? R : never): How => ({ service: says(activation.readActivation, underWay(step, regions, more)) });

const BEGUN: How = { service: says(activation.readActivation, { status: 'none' }) };
const AGREED: readonly Step[] = ['tap agree-tick', 'tap agree'];
const TYPED: readonly Step[] = ['type name 张三', 'type id-number 999999199003076633'];
const IDENTITY: How = { ...at('identity'), only: 'weapp', steps: TYPED };
const PHONE: How = { ...at('phone', [JINAN], { phone: '138****5080' }), only: 'alipay' };
const PIN: readonly Step[] = ['pin 258036', 'pin 258036'];
const CHOOSE: readonly Step[] = ['tap choose-region'];
const TICKET = { ticket: 'JC2026112200000001', kind: 'face-photo-missing', contact: 'w***8', createdAt: hence(-3) } as const;

const scanning = (only: 'weapp' | 'alipay', phone: object): How => ({ ...also(BEGUN, { steps: ['tap scan-poster'] }), phone: { [`${only}/scan`]: phone }, only, web: false });

/** 有激活二维码？扫一扫, and how it ends. */
const scanned = (only: 'weapp' | 'alipay'): readonly State[] => [
  state(`agreement-scanned-${only}`, '#poster-noted', scanning(only, { text: `https://yb.example/a?c=${only[0]}&r=370100&p=QDYD2026` })),
  state(`agreement-scanned-foreign-${only}`, '#poster-foreign', scanning(only, { text: 'https://example.com/' })),
  state(`agreement-scanned-denied-${only}`, '#poster-denied', scanning(only, { reason: 'system permission denied', error: 2001 })),
  state(`agreement-scanned-failed-${only}`, '#poster-failed', scanning(only, { reason: 'system error', error: 11 })),
];

const agreement: readonly State[] = [
  state('agreement', '#agree-tick', BEGUN),
  state('agreement-ticked', '#agree', also(BEGUN, { steps: ['tap agree-tick'] })),
  state('agreement-busy', '#agree', also(BEGUN, { service: never(activation.agree), steps: AGREED })),
  ...(['weapp', 'alipay'] as const).flatMap((only) => scanned(only)),
  ...refusalsOf(PAGE, { endpoint: activation.agree, how: also(BEGUN, { steps: AGREED }), others: ['OFFLINE', 'UPSTREAM_BUSY'], prefix: 'agreement-' }),
];

const identity: readonly State[] = [
  state('identity', '#name', at('identity')),
  state('identity-typed', '#name', IDENTITY),
  state('identity-faults', '#name-fault', also({ ...at('identity'), only: 'weapp' }, { steps: ['type name 3', 'type id-number 999999199003076634', 'tap verify-identity'] })),
  state('identity-busy', '#verify-identity', also(IDENTITY, { service: never(activation.confirmIdentity), steps: ['tap verify-identity'], web: false })),
  ...refusalsOf(PAGE, { endpoint: activation.confirmIdentity, how: also(IDENTITY, { steps: ['tap verify-identity'] }), others: ['OFFLINE', 'UPSTREAM_BUSY'], prefix: 'identity-' }),
].map((each) => ({ ...each, only: 'weapp' as const }));

const authorisation: readonly State[] = [
  state('authorisation', '#authorise', at('authorisation')),
  state('authorisation-denied', '#authorisation-denied', also(at('authorisation'), { steps: ['tap decline'] })),
  ...refusalsOf(PAGE, { endpoint: activation.authorise, how: also(at('authorisation'), { steps: ['tap authorise'] }), others: ['UPSTREAM_BUSY'], prefix: 'authorisation-' }),
].map((each) => ({ ...each, only: 'weapp' as const }));

const face: readonly State[] = [
  state('face', '#start-face', at('face')),
  state('face-long-name', '#start-face', at('face', [LONG], { holder: { name: LONG_NAME, idNumber: '9***************4' } })),
  state('face-busy', '#start-face', also(at('face'), { service: never(activation.finishFace), steps: ['tap start-face'] })),
  state('face-declined', '#face-declined', also(at('face'), { steps: ['tap decline-face'] })),
  state('face-by-hand', '#by-hand', also(at('face'), { service: says(feedback.listTickets, { tickets: [{ ...TICKET, state: 'waiting' }] }) })),
  state('face-by-hand-answered', '#by-hand', also(at('face'), { service: says(feedback.listTickets, { tickets: [{ ...TICKET, state: 'answered', answer: '请带本人身份证和这部手机，到历下区政务服务大厅二楼医保窗口当面核对。', answeredAt: NOW }] }) })),
  state('face-camera-denied', '#refusal-CAMERA_DENIED', { ...also(at('face'), { service: refuses(activation.finishFace, 'FACE_CANCELLED'), steps: ['tap start-face'] }), phone: { 'weapp/face': { passed: false, errCode: 90008 } }, only: 'weapp', web: false }),
  ...refusalsOf(PAGE, { endpoint: activation.startFace, how: also(at('face'), { steps: ['tap start-face'] }), others: ['OFFLINE'], prefix: 'face-' }),
  ...refusalsOf(PAGE, { endpoint: activation.finishFace, how: also(at('face'), { steps: ['tap start-face'] }), others: ['TIMEOUT'], prefix: 'face-result-' }),
];

const chosenRegion: readonly State[] = [
  state('region', '#choose-region', at('region', [JINAN, QINGDAO])),
  state('region-one', '#choose-region', at('region', [JINAN])),
  state('region-one-closed', '#choose-region', at('region', [JINAN, CLOSED])),
  state('region-none-open', '#none-open', at('region', [CLOSED])),
  state('region-long', '#choose-region', at('region', [LONG, LONG_CLOSED])),
  state('region-suspended', '#choose-region', at('region', [JINAN], { insurances: [insured(JINAN, { suspended: true }), insured(JINAN, { insutype: '390', insutypeName: '城乡居民基本医疗保险', suspended: true })] })),
  state('region-notified', `#notified-${CLOSED.code}`, also(at('region', [CLOSED]), { steps: [`tap notify-${CLOSED.code}`] })),
  state('region-notify-OFFLINE', '#refusal-OFFLINE', also(at('region', [CLOSED]), { service: refuses(region.awaitOpening, 'OFFLINE'), steps: [`tap notify-${CLOSED.code}`] })),
  state('region-desk-checked', '#desk-checked', at('region', [JINAN], { deskCheckedAt: NOW })),
  ...refusalsOf(PAGE, { endpoint: activation.chooseRegion, how: also(at('region'), { steps: CHOOSE }), others: ['OFFLINE'], prefix: 'region-' }),
];

const phone: readonly State[] = [
  state('phone', '#get-sms', { ...at('phone'), only: 'alipay' }),
  state('phone-sent', '#sms-code', PHONE),
  state('phone-typed', '#confirm-sms', also(PHONE, { steps: ['type sms-code 604128'] })),
  ...refusalsOf(PAGE, { endpoint: activation.sendSms, how: also(PHONE, { steps: ['tap get-sms'] }), others: ['OFFLINE'], prefix: 'phone-' }),
  ...refusalsOf(PAGE, {
    endpoint: activation.confirmPhone,
    how: also(PHONE, { steps: ['type sms-code 604128', 'tap confirm-sms'] }),
    others: [],
    signs: { SMS_WRONG: '#sms-code-fault', SMS_EXPIRED: '#sms-code-fault' },
    prefix: 'phone-code-',
  }),
];

const pin: readonly State[] = [
  state('pin', '#pin-dots', at('pin')),
  state('pin-half', '#pin-dots', also(at('pin'), { steps: ['pin 258'] })),
  state('pin-again', '#pin-dots', also(at('pin'), { steps: ['pin 258036'] })),
  state('pin-different', '#pin-fault', also(at('pin'), { steps: ['pin 258036', 'pin 258037'] })),
  state('pin-weak', '#pin-fault', also(at('pin'), { steps: ['pin 123456'] })),
  state('pin-busy', '.keypad--busy', also(at('pin'), { service: never(activation.setPin), steps: PIN })),
  state('pin-existing', '#pin-dots', at('pin', [JINAN], { voucherExists: true })),
  ...refusalsOf(PAGE, { endpoint: activation.setPin, how: also(at('pin'), { steps: PIN }), others: ['OFFLINE'], signs: { PIN_WEAK: '#pin-fault', PIN_WRONG: '#pin-fault' }, prefix: 'pin-' }),
];

const done: readonly State[] = [
  state('done', '#activation-done', {}),
  state('done-long-names', '#activation-done', { service: says(activation.readActivation, { ...DONE, region: LONG }) }),
  state('done-without-notices', '#activation-done', { service: says(notice.listNoticeTemplates, { templates: [] }) }),
  state('done-notices-allowed', '#notice-allowed', { steps: ['tap allow-notices'] }),
];

export const activating: readonly State[] = [
  state('waiting', '.skeleton', { service: never(activation.readActivation) }),
  ...refusalsOf(PAGE, { endpoint: activation.readActivation }),
  ...agreement,
  ...identity,
  ...authorisation,
  ...face,
  ...chosenRegion,
  ...phone,
  ...pin,
  ...done,
];
