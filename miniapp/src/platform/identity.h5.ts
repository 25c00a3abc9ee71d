import type { IdentityCode } from './identity';

export const proveRealName = (): Promise<IdentityCode> => window.phone.realName();

export const agreementCode = (): Promise<IdentityCode | Record<string, never>> =>
  window.phone.channel === 'alipay' ? window.phone.accountCode() : Promise.resolve({});
