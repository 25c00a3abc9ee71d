import Taro from '@tarojs/taro';
import { RETURNED_SCENE } from '@yibao/shared';
import { type AppShow, nextAppShow } from './app-show';
import { isCancelled, platformRefusal } from './failure';
import type { IdentityCode } from './identity';

/** WeChat's city service, which checks the pay password and hands a code back. */
const CITY_SERVICE = { appId: 'wx308bd2aeb83d3345', path: 'subPages/city/wxpay-auth/main' };
const CANCELLED = { cancelled: true } as const;

function codeFrom({ referrerInfo }: AppShow): IdentityCode {
  const code: unknown = referrerInfo?.appId === CITY_SERVICE.appId ? referrerInfo.extraData?.['code'] : undefined;
  return typeof code === 'string' && code !== '' ? { code } : CANCELLED;
}

const isReturn = ({ scene, referrerInfo }: AppShow) => String(scene) === RETURNED_SCENE || referrerInfo?.appId === CITY_SERVICE.appId;

/** A phone call while WeChat still asks whether to go there also brings the mini-program to the front; that is no return. */
export const proveRealName = async (): Promise<IdentityCode> => {
  let isGone = false;
  const back = nextAppShow((show) => isGone || isReturn(show));
  try {
    await Taro.navigateToMiniProgram({ ...CITY_SERVICE, extraData: {} });
  } catch (reason) {
    if (isCancelled(reason)) return CANCELLED;
    throw await platformRefusal(reason);
  }
  isGone = true;
  return codeFrom(await back);
};

export const agreementCode = () => Promise.resolve({});
