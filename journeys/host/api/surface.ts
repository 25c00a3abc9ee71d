import { alipayApi } from './alipay';
import { type Bench } from './bench';
import { asynchronous, type Surface } from './convention';
import { interfaceApi } from './interface';
import { requestApi } from './request';
import { selectorQuery } from './selector';
import { storageApi } from './storage';
import { systemApi } from './system';
import { weappApi } from './weapp';

/**
 * The wx or my object: plain own enumerable functions, as Taro expects them (it walks Object.keys(wx) and my.hasOwnProperty).
 * Scripted answers for APIs that are not built in become asynchronous APIs.
 */
export const createSurface = (bench: Bench): Surface => {
  const surface: Surface = {};
  for (const name of Object.keys(bench.answers).filter((key) => !key.includes(':'))) surface[name] = asynchronous(bench, name, () => ({}));
  Object.assign(
    surface,
    storageApi(bench),
    interfaceApi(bench),
    systemApi(bench, (schema) => (schema.split('.')[0] ?? '') in surface),
    bench.platform === 'weapp' ? weappApi(bench) : alipayApi(bench),
    { request: requestApi(bench), createSelectorQuery: selectorQuery(bench) },
  );
  return surface;
};
