import Taro from '@tarojs/taro';
import { platformRefusal } from './failure';

/** A one-time code of the platform for signing in; nothing is shown to the person. Throws the Refusal that tells why there is none. */
export async function login(): Promise<string> {
  const { code } = await Taro.login().catch(async (reason: unknown) => Promise.reject(await platformRefusal(reason)));
  if (!code) throw await platformRefusal(undefined);
  return code;
}
