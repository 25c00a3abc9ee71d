import Taro from '@tarojs/taro';

/** Rejects where the phone does not let the text be copied. */
export const copyText = async (data: string): Promise<void> => {
  await Taro.setClipboardData({ data });
};
