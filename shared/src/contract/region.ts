import * as z from 'zod/mini';
import { Region, RegionCode } from '../model/region';
import { Instant } from '../model/time';
import { endpoint } from './endpoint';

const nothing = z.strictObject({});

/** All regions that the service knows, opened or not, so that nobody has to guess (ACT-5). */
export const listRegions = endpoint({
  method: 'GET',
  path: '/regions',
  summary: '参保地列表及是否开通',
  caller: 'anyone',
  input: nothing,
  output: z.strictObject({ regions: z.array(Region) }),
  refusals: [],
  idempotency: '只读',
  rate: { perSecond: 200, burst: 400 },
});

/** 开通后通知我: remembers that this account wants to hear when the region opens (ACT-5a). */
export const awaitOpening = endpoint({
  method: 'POST',
  path: '/region/opening',
  summary: '参保地开通后通知我',
  caller: 'citizen',
  input: z.strictObject({ region: RegionCode }),
  output: z.strictObject({ askedAt: Instant }),
  refusals: ['SESSION_REQUIRED', 'REGION_NOT_YOURS'],
  idempotency: '每个账号和参保地只记一次，重复请求返回第一次的时间',
  rate: { perSecond: 50, burst: 100 },
});
