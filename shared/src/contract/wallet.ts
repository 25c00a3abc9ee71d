import * as z from 'zod/mini';
import { CardToAdd, Wallet } from '../model/wallet';
import { endpoint } from './endpoint';

const rate = { perSecond: 50, burst: 100 };
const held = ['SESSION_REQUIRED', 'VOUCHER_NOT_FOUND', 'REGION_REQUIRED'] as const;

export const readWallet = endpoint({
  method: 'GET',
  path: '/wallet',
  summary: '是否已在卡包',
  caller: 'citizen',
  input: z.strictObject({}),
  output: Wallet,
  refusals: held,
  idempotency: '只读',
  rate,
});

/**
 * 进入卡包: on WeChat it answers with what the phone needs for wx.addCard; on Alipay the service has the card issued and the phone looks again.
 * `again`: the card was added and is not to be found in the wallet (WeChat tells by itself).
 */
export const addCard = endpoint({
  method: 'POST',
  path: '/wallet/card',
  summary: '把医保码加入卡包',
  caller: 'citizen',
  input: z.strictObject({ again: z.optional(z.boolean()) }),
  output: z.strictObject({ ...Wallet.shape, add: z.optional(CardToAdd) }),
  refusals: [...held, 'CARD_UNSUPPORTED'],
  idempotency: '已在卡包的不再添加；还没加成的，用同一个卡号再试，最多只有一张卡',
  rate,
});

/** WeChat's phone tells that the card was added; the code that it hands over shows it. */
export const confirmCard = endpoint({
  method: 'POST',
  path: '/wallet/card/added',
  summary: '确认卡已加入微信卡包',
  caller: 'citizen',
  input: z.strictObject({ code: z.string().check(z.minLength(1, '缺少卡的凭据'), z.maxLength(512, '卡的凭据太长')) }),
  output: Wallet,
  refusals: [...held, 'CARD_UNSUPPORTED', 'CARD_UNKNOWN'],
  idempotency: '同一张卡重复确认，结果相同',
  rate,
});
