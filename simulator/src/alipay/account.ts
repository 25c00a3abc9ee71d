import type { Person } from '../persons/person';
import type { OneTimeCodes } from '../wire/one-time-codes';
import { failure, success, type Method } from './gateway';

/** What the citizen agreed to: auth_base is the mere account, auth_user its real name too. */
export interface Consent {
  readonly person: Person;
  readonly scope: 'auth_base' | 'auth_user';
}

const CODE_INVALID = { ...failure(40002, 'isv.code-invalid', '授权码code无效'), general: true } as const;

/** alipay.system.oauth.token and alipay.user.info.share. */
export function accountMethods(codes: OneTimeCodes<Consent>, newId: () => string): Readonly<Record<string, Method>> {
  const tokens = new Map<string, Consent>();
  return {
    'alipay.system.oauth.token': ({ grant_type, code }) => {
      if (grant_type !== 'authorization_code') return { ...failure(40002, 'isv.grant-type-invalid', 'grant_type参数不正确'), general: true };
      const redeemed = codes.redeem(code ?? '');
      if (redeemed.state !== 'good') return CODE_INVALID;
      const token = `authusrB${newId()}`;
      tokens.set(token, redeemed.value);
      return { open_id: redeemed.value.person.openId.alipay, access_token: token, refresh_token: newId(), expires_in: 1296000, re_expires_in: 2592000 };
    },
    'alipay.user.info.share': ({ auth_token }) => {
      const consent = tokens.get(auth_token ?? '');
      if (!consent) return failure(20001, 'aop.invalid-auth-token', '无效的访问令牌');
      if (consent.scope !== 'auth_user') return failure(40006, 'isv.insufficient-user-permissions', '用户权限不足');
      const { account, openId } = consent.person;
      const certified = account ? { is_certified: 'T', cert_type: '0', user_name: account.name, cert_no: account.idNumber } : { is_certified: 'F' };
      return success({ open_id: openId.alipay, ...certified });
    },
  };
}
