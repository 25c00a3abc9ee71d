import { chinaMoment, Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { callAlipay, type AlipaySide } from './alipay-call';
import type { AlipayPasses, Pass } from './ports';

const Done = z.object({ success: z.union([z.literal('true'), z.literal(true)]) });

/** The application has no permission for 卡包, or for this template. */
const NOT_PERMITTED = {
  'isv.insufficient-isv-permissions': 'CARD_UNSUPPORTED',
  'KP.AE_ALIPASS_APPID_NOSUPPORT': 'CARD_UNSUPPORTED',
} as const;
const REFUSALS = { ...NOT_PERMITTED, 'KP.AE_ALIPASS_NOTEXIST': 'CARD_UNKNOWN' } as const;

/** By the account itself, not by a paid order: granted by agreement. */
const BY_USER = '2';

/** The moment stands in the text, so that it stays true when it has passed. */
const stateOf = ({ lockedUntil }: Pass) => (lockedUntil === undefined ? '可使用' : `密码已锁定，${chinaMoment(new Date(lockedUntil))}解锁`);

const parametersOf = (pass: Pass, channelID: string) => ({ serialNumber: pass.serialNumber, channelID, holder: pass.holder, region: pass.region, useStateDesc: stateOf(pass) });

async function unlessUnknown(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CARD_UNKNOWN') return false;
    throw error;
  }
}

/** The bureau's pass in Alipay's 卡包; undefined where the bureau has no template. */
export function alipayPassesAt(side: AlipaySide): AlipayPasses | undefined {
  const { appId, pass: config } = side.config;
  if (!config) return undefined;
  const call = (method: string, content: object) => callAlipay(side, { method, body: { biz_content: JSON.stringify(content) }, answer: Done, refusals: REFUSALS });
  const update = (serialNumber: string, change: object) => unlessUnknown(call('alipay.pass.instance.update', { serial_number: serialNumber, channel_id: appId, ...change }));
  return {
    partnerId: config.partnerId,
    async issue(pass, openId) {
      const tpl_params = parametersOf(pass, appId);
      await call('alipay.pass.instance.add', { tpl_id: config.templateId, tpl_params, recognition_type: BY_USER, recognition_info: { open_id: openId } });
    },
    update: (pass) => update(pass.serialNumber, { tpl_params: parametersOf(pass, appId) }),
    close: (serialNumber) => update(serialNumber, { status: 'CLOSED', tpl_params: { useStateDesc: '已停用' } }),
  };
}
