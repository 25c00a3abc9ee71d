import Taro from '@tarojs/taro';

export type PagePath = '/pages/home/home' | '/pages/voucher/voucher' | '/pages/voucher/uses' | '/pages/activation/activation' | '/pages/region/region';

export const open = (url: PagePath) => void Taro.navigateTo({ url });
/** Goes on without a way back to the present page. */
export const goOnTo = (url: PagePath) => void Taro.redirectTo({ url });
export const startOverAt = (url: PagePath) => void Taro.reLaunch({ url });
export const callPhone = (phoneNumber: string) => void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
