import Taro from '@tarojs/taro';
import type { Shelf } from './storage';

/** WeChat encrypts with a key of the account and the device; only the asynchronous functions can. */
const encrypted = <T extends object>(options: T): T => Object.assign(options, { encrypt: true });

const textIn = (data: unknown) => (typeof data === 'string' ? data : undefined);

export const shelf: Shelf = {
  read: (key) => Taro.getStorage<unknown>(encrypted({ key })).then(({ data }) => textIn(data), () => undefined),
  write: async (key, data) => {
    await Taro.setStorage(encrypted({ key, data }));
  },
  remove: async (key) => {
    await Taro.removeStorage({ key });
  },
};
