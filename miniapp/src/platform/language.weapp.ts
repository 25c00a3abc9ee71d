import Taro from '@tarojs/taro';

export const phoneLanguage: string | undefined = Taro.getAppBaseInfo().language;

export const declareLanguage = () => undefined;
