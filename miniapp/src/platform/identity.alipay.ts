import type { IdentityCode } from './identity';

const CANCELLED = { cancelled: true } as const;

export const agreementCode = () =>
  new Promise<IdentityCode>((resolve) => {
    my.getAuthCode({ scopes: ['auth_user'], success: ({ authCode }) => resolve({ code: authCode }), fail: () => resolve(CANCELLED) });
  });

/** On Alipay the agreement's code has already proved the name. */
export const proveRealName = (): Promise<IdentityCode> => Promise.resolve(CANCELLED);
