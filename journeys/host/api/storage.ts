import { plainOf, textOf, type Callback } from '../plain';
import { ApiFailure, type Bench } from './bench';
import { asynchronous, synchronous, type Surface } from './convention';

const reading = (bench: Bench, key: string): unknown => {
  const text = bench.storage.get(key);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
};

const writing = (bench: Bench, key: string, data: unknown): void => {
  const text = JSON.stringify(data) as string | undefined;
  if (text === undefined) bench.storage.delete(key);
  else bench.storage.set(key, text);
};

const info = (bench: Bench) => ({ keys: [...bench.storage.keys()], currentSize: Math.ceil([...bench.storage.values()].join('').length / 1024), limitSize: 10_240 });

type Sync = Record<string, (...given: unknown[]) => unknown>;

/** WeChat: positional arguments, '' for what is not there. */
const weappSync = (bench: Bench): Sync => ({
  getStorageSync: (key) => reading(bench, textOf(key)) ?? '',
  setStorageSync: (key, data) => writing(bench, textOf(key), data),
  removeStorageSync: (key) => void bench.storage.delete(textOf(key)),
});

/** Alipay: one object of arguments, `{data: null}` for what is not there. */
const alipaySync = (bench: Bench): Sync => ({
  getStorageSync: (given) => ({ data: reading(bench, textOf(plainOf(given)['key'])) ?? null, success: true }),
  setStorageSync: (given) => {
    writing(bench, textOf(plainOf(given)['key']), plainOf(given)['data']);
    return { success: true };
  },
  removeStorageSync: (given) => void bench.storage.delete(textOf(plainOf(given)['key'])),
});

/** WeChat keeps what was stored with `encrypt` apart: it is not found without. */
const slot = (key: unknown, encrypt: unknown): string => (encrypt === true ? `encrypted ${textOf(key)}` : textOf(key));

const remove = (bench: Bench, key: unknown): void => {
  bench.storage.delete(slot(key, false));
  bench.storage.delete(slot(key, true));
};

const found = (bench: Bench, key: string): unknown => {
  const data = reading(bench, key);
  if (data === undefined && bench.platform === 'weapp') throw new ApiFailure('data not found');
  return data ?? null;
};

export const storageApi = (bench: Bench): Surface => {
  const sync: Sync = {
    ...(bench.platform === 'weapp' ? weappSync(bench) : alipaySync(bench)),
    clearStorageSync: () => bench.storage.clear(),
    getStorageInfoSync: () => info(bench),
  };
  const surface: Record<string, Callback> = {};
  for (const [name, reply] of Object.entries(sync)) surface[name] = synchronous(bench, name, reply);
  return {
    ...surface,
    getStorage: asynchronous(bench, 'getStorage', ({ key, encrypt }) => ({ data: found(bench, slot(key, encrypt)) })),
    setStorage: asynchronous(bench, 'setStorage', ({ key, data, encrypt }) => writing(bench, slot(key, encrypt), data)),
    removeStorage: asynchronous(bench, 'removeStorage', ({ key }) => remove(bench, key)),
    clearStorage: asynchronous(bench, 'clearStorage', () => bench.storage.clear()),
    getStorageInfo: asynchronous(bench, 'getStorageInfo', () => info(bench)),
  };
};
