import { AGREEMENTS, type AgreementPurpose, type Consent, contract } from '@yibao/shared';
import { DONE, NOW, bindingOf, hence, JINAN, QINGDAO, CLOSED, sessionOf, use, VOUCHER } from './people';
import { says, type Service } from './state';

const { session, region, activation, voucher, binding, consent, notice, phone, wallet, feedback } = contract;

const consented = (purpose: AgreementPurpose): Consent => {
  const { title, version, hash } = AGREEMENTS[purpose];
  return { purpose, title, version, hash, at: hence(-72), channel: 'weapp', valid: true };
};

export const CONSENTS = (['service', 'reading', 'face'] as const).map(consented);

/** What the service says to somebody whose voucher is active and who has done nothing out of the ordinary. */
export const USUAL_SERVICE: Service = {
  ...says(session.signIn, { token: 'A'.repeat(43), expiresAt: hence(1), serverTime: NOW }),
  ...says(session.listSessions, { sessions: [sessionOf(0), sessionOf(1), sessionOf(2)] }),
  ...says(session.signOut, { endedAt: NOW }),
  ...says(session.stepUp, { action: 'change-pin', until: hence(0.1) }),
  ...says(session.startStepUpFace, { face: { channel: 'weapp', verifyId: 'verify' } }),
  ...says(session.finishStepUpFace, { action: 'reset-pin', until: hence(0.1) }),
  ...says(region.listRegions, { regions: [JINAN, QINGDAO, CLOSED] }),
  ...says(region.awaitOpening, { askedAt: NOW }),
  ...says(activation.readActivation, DONE),
  ...says(activation.startFace, { face: { channel: 'weapp', verifyId: 'verify' } }),
  ...says(voucher.readVoucher, VOUCHER),
  ...says(voucher.provisionSeed, { kept: true, notAfter: hence(168), serverTime: NOW }),
  ...says(voucher.listUses, { uses: [use(2, '山东省立医院'), use(26, '济南市中心医院', '住院登记'), use(50, '漱玉平民大药房泺源大街店', '药店购药')], serverTime: NOW }),
  ...says(voucher.unlock, { unlockedUntil: hence(0.25) }),
  ...says(voucher.changePin, { changedAt: NOW }),
  ...says(voucher.resetPin, { changedAt: NOW }),
  ...says(binding.listBindings, { bindings: [bindingOf(0), bindingOf(1, { channel: 'alipay', device: '····77c2', closable: false })] }),
  ...says(consent.listConsents, { consents: CONSENTS }),
  ...says(notice.listNoticeTemplates, { templates: [
      { purpose: 'safety', id: 'template-safety' },
      { purpose: 'opening', id: 'template-opening' },
    ] }),
  ...says(phone.readPhone, { channel: 'weapp', bound: true, current: { phone: '138****5080', since: hence(-72) } }),
  ...says(wallet.readWallet, { state: 'not-added' }),
  ...says(feedback.listTickets, { tickets: [] }),
};

/** The same person in Alipay. */
export const ALIPAY_SERVICE: Service = {
  ...says(session.startStepUpFace, { face: { channel: 'alipay', certifyId: 'certify', url: 'https://example.cn/' } }),
  ...says(activation.startFace, { face: { channel: 'alipay', certifyId: 'certify', url: 'https://example.cn/' } }),
  ...says(voucher.readVoucher, { ...VOUCHER, channel: 'alipay' }),
  ...says(binding.listBindings, { bindings: [bindingOf(0, { channel: 'alipay' }), bindingOf(1, { device: '····77c2', closable: false })] }),
  ...says(phone.readPhone, { channel: 'alipay', bound: true, current: { phone: '138****5080', since: hence(-72) }, guide: { account: false, unbound: false, activated: false, from: '138****5080', to: '138****5080' } }),
};

/** What the platforms' phone side says about a person who agrees to everything. */
export const USUAL_PHONE: Readonly<Record<string, unknown>> = {
  'weapp/login': { code: 'login' },
  'weapp/realname': { code: 'realname' },
  'weapp/phone-number': { code: 'number' },
  'weapp/face': { passed: true, errCode: 0 },
  'weapp/subscribe': { errCode: 0, answers: { 'template-safety': 'accept', 'template-opening': 'accept' } },
  'weapp/card': { added: true, code: 'card' },
  'weapp/card/open': { opened: true },
  'alipay/login': { authCode: 'login' },
  'alipay/auth-user': { authCode: 'user' },
  'alipay/phone-number': { response: '{"response":"sealed","sign":"sign"}' },
  'alipay/face': { resultStatus: '9000' },
  'alipay/subscribe': { behavior: 'subscribe' },
  'alipay/pass/open': { opened: true },
};
