import * as z from 'zod/mini';
import { Channel } from '../model/channel';
import { Instant } from '../model/time';
import { DeviceId, OneTimeCode, SessionToken } from '../model/tokens';
import { endpoint } from './endpoint';

/** Signs a platform account in: the code comes from wx.login or my.getAuthCode and is redeemed by the service. */
export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  summary: '用平台登录凭证换取会话',
  caller: 'anyone',
  input: z.strictObject({ channel: Channel, code: OneTimeCode, device: DeviceId }),
  output: z.strictObject({ token: SessionToken, expiresAt: Instant, serverTime: Instant }),
  refusals: ['PLATFORM_CODE_REJECTED'],
  idempotency: '平台的登录凭证只能用一次；重复登录只是多一个会话',
  rate: { perSecond: 500, burst: 1000 },
});
