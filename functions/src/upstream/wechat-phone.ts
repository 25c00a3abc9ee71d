import { Phone, Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { callWeChat } from './wechat-call';
import type { WeChatConfig } from './wechat-config';
import type { WeChatNeeds } from './wechat-token';

/** The documentation has countryCode as text, its example as a number. */
const Answer = z.object({
  phone_info: z.object({ purePhoneNumber: z.string(), countryCode: z.union([z.string(), z.number()]), watermark: z.object({ appid: z.string() }) }),
});

/** invalid openid; invalid code: used, older than five minutes from the tap, or of another app; code been used */
const REFUSALS = { 40003: 'PHONE_PACKET_REJECTED', 40029: 'PHONE_PACKET_REJECTED', 40163: 'PHONE_PACKET_REJECTED' } as const;

const MAINLAND = '86';

/** What the button with open-type getPhoneNumber gave for this account (api_getphonenumber). WeChat compares account and code. */
export async function phoneOf(config: WeChatConfig, needs: WeChatNeeds, { code, openId }: { code: string; openId: string }): Promise<string> {
  const call = { path: '/wxa/business/getuserphonenumber', body: { code, openid: openId }, answer: Answer, refusals: REFUSALS };
  const { phone_info: { purePhoneNumber, countryCode, watermark } } = await callWeChat(config, needs, call);
  if (watermark.appid !== config.appId) throw new Refusal('PHONE_PACKET_REJECTED');
  if (String(countryCode) !== MAINLAND) throw new Refusal('PHONE_FOREIGN');
  const phone = Phone.safeParse(purePhoneNumber);
  if (!phone.success) throw new Refusal('PHONE_PACKET_REJECTED');
  return phone.data;
}
