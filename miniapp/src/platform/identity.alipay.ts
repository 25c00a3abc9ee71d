import { isCancelled, platformRefusal } from './failure';
import type { IdentityCode } from './identity';

const CANCELLED = { cancelled: true } as const;
const SCOPE = 'auth_user';

/** Alipay says `error: 11` of who closed the sheet; a code without the scope is of no use here. */
export const agreementCode = () =>
  new Promise<IdentityCode>((resolve, reject) => {
    my.getAuthCode({
      scopes: [SCOPE],
      success: ({ authCode, authErrorScopes = {} }) => resolve(authCode && !(SCOPE in authErrorScopes) ? { code: authCode } : CANCELLED),
      fail: (reason) => (isCancelled(reason) ? resolve(CANCELLED) : void platformRefusal(reason).then(reject)),
    });
  });

/** On Alipay the agreement's code has already proved the name. */
export const proveRealName = (): Promise<IdentityCode> => Promise.resolve(CANCELLED);
