import Taro from '@tarojs/taro';

/** A one-time code of the platform for signing in; nothing is shown to the person. */
export const login = async () => (await Taro.login()).code;
