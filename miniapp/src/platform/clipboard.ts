import Taro from '@tarojs/taro';
import { platformRefusal } from './failure';

/** Throws the Refusal that tells why the phone does not let the text be copied. */
export async function copyText(data: string): Promise<void> {
  await Taro.setClipboardData({ data }).catch(async (reason: unknown) => Promise.reject(await platformRefusal(reason)));
}
