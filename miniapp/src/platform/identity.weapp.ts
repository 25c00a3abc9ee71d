import Taro from '@tarojs/taro';
import { nextAppShow, type AppShow } from './app-show';
import type { IdentityCode } from './identity';

/** WeChat's city service, which checks the pay password and hands a code back (scene 1038). */
const CITY_SERVICE = { appId: 'wx308bd2aeb83d3345', path: 'subPages/city/wxpay-auth/main' };
const CANCELLED = { cancelled: true } as const;

function codeFrom({ referrerInfo }: AppShow): IdentityCode {
  const code: unknown = referrerInfo?.appId === CITY_SERVICE.appId ? referrerInfo.extraData?.['code'] : undefined;
  return typeof code === 'string' && code !== '' ? { code } : CANCELLED;
}

export const proveRealName = async (): Promise<IdentityCode> => {
  const back = nextAppShow();
  try {
    await Taro.navigateToMiniProgram({ ...CITY_SERVICE, extraData: {} });
  } catch {
    return CANCELLED;
  }
  return codeFrom(await back);
};

export const agreementCode = () => Promise.resolve({});
