import type { Clock } from '@yibao/shared';
import type { Retell } from '../faults/retell';
import type { Inbox } from '../inbox/inbox';
import type { Look } from '../persons/camera';
import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import { fieldsOf, type Routes } from '../wire/asked';
import { oneTimeCodes } from '../wire/one-time-codes';
import { accountMethods, type Consent } from './account';
import { encrypted, isSignedByApp, signedByAlipay, type AlipayAccount } from './alipay-crypto';
import { certifications } from './certify';
import { gateway, retoldByGateway } from './gateway';
import { type AlipayMessages, alipayMessages } from './messages';
import { passes, type Passes } from './passes';

export interface Alipay {
  readonly routes: Routes;
  /** Its methods. */
  readonly calls: readonly string[];
  readonly retell: Retell;
  /** my.getAuthCode */
  authorise(consent: Consent): string;
  /** my.startAPVerify; the address, where given, must be the one that the app has signed for this certification. */
  face(task: { certifyId: string; url?: string }, look: (idNumber: string) => Look): { resultStatus: string };
  /** my.getPhoneNumber: `response` of its result */
  phonePacket(person: Person): string;
  readonly messages: AlipayMessages;
  /** 卡包. */
  readonly passes: Passes;
}

function isPageOf(account: AlipayAccount, certifyId: string, url: string): boolean {
  const parameters = URL.canParse(url) ? Object.fromEntries(new URL(url).searchParams) : {};
  const isCertify = parameters['method'] === 'alipay.user.certify.open.certify' && fieldsOf(parameters['biz_content'] ?? '')['certify_id'] === certifyId;
  return isCertify && isSignedByApp(account, parameters);
}

/** Alipay, for one mini-program. */
export function alipay(account: AlipayAccount, { people, inbox, now, newId }: { people: People; inbox: Inbox; now: Clock; newId: () => string }): Alipay {
  const codes = oneTimeCodes<Consent>(now, newId);
  const faces = certifications(now, newId);
  const messages = alipayMessages({ people, inbox, now });
  const wallets = passes(account, people, newId);
  const methods = { ...accountMethods(codes, newId), ...faces.methods, ...wallets.methods, ...messages.methods };
  const answer = gateway(account, methods);
  return {
    calls: Object.keys(methods),
    retell: retoldByGateway(account),
    routes: { 'POST /gateway.do': answer, 'GET /gateway.do': answer },
    authorise: (consent) => codes.issue(consent),
    messages,
    passes: wallets,
    face({ certifyId, url }, look) {
      if (url !== undefined && !isPageOf(account, certifyId, url)) return { resultStatus: '4000' };
      return faces.verify(certifyId, look);
    },
    phonePacket({ phone }) {
      const response = encrypted(account, JSON.stringify({ code: '10000', msg: 'Success', mobile: phone }));
      return JSON.stringify({ response, sign: signedByAlipay(account, `"${response}"`), sign_type: 'RSA2', encrypt_type: 'AES', charset: 'UTF-8' });
    },
  };
}
