import Taro from '@tarojs/taro';

export const phoneLanguage: string | undefined = Taro.getSystemInfoSync().language;

export const declareLanguage = () => undefined;
