import Taro from '@tarojs/taro';
import type { Shelf } from './storage';

const textIn = (data: unknown) => (typeof data === 'string' ? data : undefined);

/** Taro's storage; `extra` goes with each request as the platform takes it. */
export const taroShelf = (extra: object): Shelf => ({
  read: (key) => Taro.getStorage<unknown>({ key, ...extra }).then(({ data }) => textIn(data), () => undefined),
  write: async (key, data) => {
    await Taro.setStorage({ key, data, ...extra });
  },
  remove: async (key) => {
    await Taro.removeStorage({ key });
  },
});
