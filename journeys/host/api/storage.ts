import { plainOf, textOf, type Callback } from '../plain';
import { type Platform } from '../platform';
import { ApiFailure, type Bench } from './bench';
import { asynchronous, synchronous, type Surface } from './convention';

const reading = (bench: Bench, key: string): unknown => {
  const text = bench.storage.get(key);
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
};

const KB = 1024;
const TOTAL = 10 * KB * KB;
/** Largest text under one key. */
const EACH = { weapp: KB * KB, alipay: 200 * KB };

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
const bytesIn = (storage: ReadonlyMap<string, string>): number => [...storage].reduce((sum, [key, text]) => sum + bytesOf(key) + bytesOf(text), 0);

/** Each platform says in its own way that there is no room. */
const noRoom = (platform: Platform, what: 'each' | 'total'): ApiFailure => {
  if (platform === 'weapp') return new ApiFailure(what === 'each' ? 'exceed storage item max length' : 'exceed storage max size 10Mb');
  return what === 'each' ? new ApiFailure('data长度超限', { error: 14 }) : new ApiFailure('存储总大小达到上限', { error: 12 });
};

const writing = (bench: Bench, key: string, data: unknown): void => {
  const text = JSON.stringify(data) as string | undefined;
  if (text === undefined) return void bench.storage.delete(key);
  if (bytesOf(text) > EACH[bench.platform]) throw noRoom(bench.platform, 'each');
  const before = bench.storage.get(key) ?? '';
  if (bytesIn(bench.storage) - bytesOf(before) + bytesOf(text) > TOTAL) throw noRoom(bench.platform, 'total');
  bench.storage.set(key, text);
};

const info = (bench: Bench) => ({ keys: [...bench.storage.keys()], currentSize: Math.ceil(bytesIn(bench.storage) / KB), limitSize: TOTAL / KB });

type Sync = Record<string, (...given: unknown[]) => unknown>;

/** WeChat: positional arguments, '' for what is not there. */
const weappSync = (bench: Bench): Sync => ({
  getStorageSync: (key) => reading(bench, textOf(key)) ?? '',
  setStorageSync: (key, data) => {
    try {
      writing(bench, textOf(key), data);
    } catch (cause) {
      throw new Error(`setStorageSync:fail ${(cause as Error).message}`);
    }
  },
  removeStorageSync: (key) => void bench.storage.delete(textOf(key)),
});

/** Alipay: one object of arguments, `{data: null}` for what is not there. */
const alipaySync = (bench: Bench): Sync => ({
  getStorageSync: (given) => ({ data: reading(bench, textOf(plainOf(given)['key'])) ?? null, success: true }),
  setStorageSync: (given) => {
    try {
      writing(bench, textOf(plainOf(given)['key']), plainOf(given)['data']);
      return { success: true };
    } catch (cause) {
      return { success: false, errorMessage: (cause as ApiFailure).message, ...(cause as ApiFailure).fields };
    }
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
