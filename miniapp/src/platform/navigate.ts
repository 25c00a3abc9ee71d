import Taro from '@tarojs/taro';

export type PagePath =
  | '/pages/home/home'
  | '/pages/voucher/voucher'
  | '/pages/voucher/uses'
  | '/pages/voucher/pin/change'
  | '/pages/voucher/pin/reset'
  | '/pages/activation/activation'
  | '/pages/region/region'
  | '/pages/settings/settings'
  | '/pages/session/session'
  | '/pages/phone/phone'
  | '/pages/consent/consent'
  | '/pages/wallet/wallet'
  | '/pages/binding/binding'
  | '/pages/binding/lost'
  | '/pages/feedback/feedback'
  | '/pages/account/data'
  | '/pages/account/close';

const HOME = '/pages/home/home';

export const open = (url: PagePath) => void Taro.navigateTo({ url });
/** Goes on without a way back to the present page. */
export const goOnTo = (url: PagePath) => void Taro.redirectTo({ url });
export const startOverAt = (url: PagePath) => void Taro.reLaunch({ url });
const topRoute = () => Taro.getCurrentPages().at(-1)?.route;

/** Opens a page unless it is the one in front. */
export const bringToFront = (url: PagePath) => (topRoute() === url.slice(1) ? undefined : open(url));
/** Home where an entry led straight to the present page. */
export const back = () => void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.reLaunch({ url: HOME }));
export const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
export const nameBar = (title: string) => void Taro.setNavigationBarTitle({ title });
export const callPhone = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
