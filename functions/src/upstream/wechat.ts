import { CHANNEL_NAMES, Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { ask } from './ask';
import type { WeChat } from './ports';
import { accepted, callWeChat, readWeChat } from './wechat-call';
import type { WeChatConfig } from './wechat-config';
import { PASSED, certHashOf, certInfoOf, faceRefusal } from './wechat-face';
import { phoneOf } from './wechat-phone';
import type { WeChatNeeds } from './wechat-token';

const platform = CHANNEL_NAMES.weapp;

const Session = z.object({ openid: z.string().check(z.minLength(1)) });
const RealName = z.object({ verify_openid: z.string(), verify_real_name: z.optional(z.string()) });
const Opened = z.object({ verify_id: z.string().check(z.minLength(1)) });
const Outcome = z.object({ verify_ret: z.number() });

/** invalid code; code been used; account of high risk, which WeChat blocks */
const LOGIN_REFUSALS = { 40029: 'PLATFORM_CODE_REJECTED', 40163: 'PLATFORM_CODE_REJECTED', 40226: 'PLATFORM_CODE_REJECTED' } as const;
const REAL_NAME_REFUSALS = { 40029: 'ID_CODE_REJECTED', 40163: 'ID_CODE_REJECTED' } as const;

/** wx.login's code for the account. The answer's session_key is not even read. */
async function signIn(config: WeChatConfig, needs: WeChatNeeds, code: string): Promise<{ openId: string }> {
  const query = new URLSearchParams({ appid: config.appId, secret: config.appSecret, js_code: code, grant_type: 'authorization_code' });
  const url = `${config.baseUrl}/sns/jscode2session?${query.toString()}`;
  const result = await ask(needs, { upstream: 'weapp', call: 'jscode2session', url, method: 'GET' }, readWeChat(Session));
  return { openId: accepted(result, LOGIN_REFUSALS).openid };
}

/** verify_openid may join several results with ";". */
function judge({ verify_openid, verify_real_name }: z.infer<typeof RealName>): void {
  const results = verify_openid.split(';');
  if (results.includes('V_OP_NA')) throw new Refusal('ID_NO_REALNAME', { platform });
  const same = results.every((result) => result === 'V_OP_NM_MA') && verify_real_name === 'V_NM_ID_MA';
  if (!same) throw new Refusal('ID_MISMATCH', { platform });
}

/** WeChat's server side for this mini-program. */
export const weChatAt = (config: WeChatConfig, needs: WeChatNeeds): WeChat => ({
  signIn: (code) => signIn(config, needs, code),

  async checkRealName({ name, idNumber }, { openId, code }) {
    const body = { openid: openId, real_name: name, cred_id: idNumber, cred_type: '1', code };
    const call = { path: '/intp/realname/checkrealnameinfo', body, answer: RealName, refusals: REAL_NAME_REFUSALS };
    judge(await callWeChat(config, needs, call));
  },

  phoneOf: (code, { openId }) => phoneOf(config, needs, { code, openId }),

  async startFace(person, { openId, orderNo }) {
    const body = { out_seq_no: orderNo, cert_info: certInfoOf(person), openid: openId };
    const { verify_id } = await callWeChat(config, needs, { path: '/cityservice/face/identify/getverifyid', body, answer: Opened });
    return { reference: { id: verify_id, orderNo }, task: { channel: 'weapp', verifyId: verify_id } };
  },

  async faceResult(person, { openId, reference }) {
    const body = { verify_id: reference.id, out_seq_no: reference.orderNo, cert_hash: certHashOf(person), openid: openId };
    const { verify_ret } = await callWeChat(config, needs, { path: '/cityservice/face/identify/queryverifyinfo', body, answer: Outcome, isQuery: true });
    if (verify_ret !== PASSED) throw faceRefusal(verify_ret);
  },
});
