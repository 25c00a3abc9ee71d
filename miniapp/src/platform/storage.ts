import Taro from '@tarojs/taro';

/** Where texts outlive the app; a text that cannot be read is one that is not there. */
export interface Shelf {
  read(key: string): Promise<string | undefined>;
  write(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
}

const textIn = (data: unknown) => (typeof data === 'string' ? data : undefined);

export const shelf: Shelf = {
  read: (key) => Taro.getStorage<unknown>({ key }).then(({ data }) => textIn(data), () => undefined),
  write: async (key, data) => {
    await Taro.setStorage({ key, data });
  },
  remove: async (key) => {
    await Taro.removeStorage({ key });
  },
};
