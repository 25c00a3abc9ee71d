import * as z from 'zod/mini';
import { NoticeTemplates, SealedMessage } from '../model/notice';
import { endpoint } from './endpoint';

/** 消息提醒: the templates for which the mini-program asks the holder's permission, in this channel. */
export const listNoticeTemplates = endpoint({
  method: 'GET',
  path: '/notice/templates',
  summary: '可以开启的消息提醒',
  caller: 'citizen',
  input: z.strictObject({}),
  output: NoticeTemplates,
  refusals: ['SESSION_REQUIRED'],
  idempotency: '只读',
  rate: { perSecond: 100, burst: 200 },
});

/**
 * 结算和退费通知: the bureau's platform tells how a settlement or a refund ended, in the national envelope (SM2 signature, SM4 content) that it also answers in;
 * content `cn.nhsa.settle.notify` or `cn.nhsa.refund.notify` (CODE-8).
 */
export const takeSettlement = endpoint({
  method: 'POST',
  path: '/notice/settlement',
  summary: '医保信息平台通知结算或退费结果',
  caller: 'anyone',
  dialect: 'national',
  input: SealedMessage,
  output: SealedMessage,
  refusals: ['MESSAGE_NOT_GENUINE'],
  idempotency: '同一机构的同一单号和结果只记一次，重发得到同样的成功应答',
  rate: { perSecond: 500, burst: 1000 },
});
