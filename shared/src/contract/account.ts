import * as z from 'zod/mini';
import { AccountData } from '../model/account';
import { Closing } from '../model/consent';
import { endpoint } from './endpoint';

const rate = { perSecond: 20, burst: 40 };

/** A machine-readable copy of one's own data, name and ID number in full. Who has a voucher confirms `export-data` first. */
export const exportData = endpoint({
  method: 'GET',
  path: '/account/data',
  summary: '导出个人信息副本',
  caller: 'citizen',
  input: z.strictObject({}),
  output: AccountData,
  refusals: ['SESSION_REQUIRED', 'STEP_UP_REQUIRED'],
  idempotency: '只读',
  rate,
});

/** 注销: ends every binding and code at once and forgets what the law does not keep. Who has a voucher confirms `close-account` first. */
export const closeAccount = endpoint({
  method: 'POST',
  path: '/account/close',
  summary: '注销',
  caller: 'citizen',
  input: z.strictObject({}),
  output: Closing,
  refusals: ['SESSION_REQUIRED', 'STEP_UP_REQUIRED'],
  idempotency: '已经注销的，重复请求没有可注销的内容，只返回保留清单',
  rate,
});
