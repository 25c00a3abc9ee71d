import { CHANNEL_NAMES, IdNumber, PersonName, Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { callAlipay, signedPage, type AlipaySide } from './alipay-call';
import { Opened, Outcome, initialisation, judge } from './alipay-face';
import { alipayKeys, type AlipayConfig } from './alipay-keys';
import { phoneIn } from './alipay-phone';
import type { UpstreamNeeds } from './ask';
import type { Alipay, RealPerson } from './ports';

const Token = z.object({ open_id: z.string().check(z.minLength(1)), access_token: z.string() });

/** cert_no and user_name mean something only when is_certified is T; cert_type 0 is the resident ID card. */
const User = z.object({ open_id: z.optional(z.string()), is_certified: z.optional(z.string()), cert_type: z.optional(z.string()), user_name: z.optional(z.string()), cert_no: z.optional(z.string()) });
const Certified = z.object({ user_name: PersonName, cert_no: IdNumber });

type CodeRefusal = 'PLATFORM_CODE_REJECTED' | 'ID_CODE_REJECTED';

const redeem = (side: AlipaySide, code: string, refused: CodeRefusal) =>
  callAlipay(side, {
    method: 'alipay.system.oauth.token',
    body: { grant_type: 'authorization_code', code },
    answer: Token,
    refusals: { 'isv.code-invalid': refused },
  });

function realPersonIn(user: z.infer<typeof User>): RealPerson {
  if (user.is_certified !== 'T' || (user.cert_type ?? '0') !== '0') throw new Refusal('ID_NO_REALNAME', { platform: CHANNEL_NAMES.alipay });
  const certified = Certified.safeParse(user);
  if (!certified.success) throw new Refusal('UPSTREAM_BUSY');
  return { name: certified.data.user_name, idNumber: certified.data.cert_no };
}

/** An answer about another account is never used, whoever is at fault. */
async function readRealName(side: AlipaySide, code: string): Promise<RealPerson & { openId: string }> {
  const { open_id, access_token } = await redeem(side, code, 'ID_CODE_REJECTED');
  const user = await callAlipay(side, {
    method: 'alipay.user.info.share',
    authToken: access_token,
    answer: User,
    isQuery: true,
    refusals: { 'aop.invalid-auth-token': 'ID_CODE_REJECTED', 'aop.auth-token-time-out': 'ID_CODE_REJECTED' },
  });
  if (user.open_id !== undefined && user.open_id !== open_id) throw new Refusal('UPSTREAM_BUSY');
  return { ...realPersonIn(user), openId: open_id };
}

const bizContent = (content: unknown) => ({ biz_content: JSON.stringify(content) });

async function startFace(side: AlipaySide, person: RealPerson, orderNo: string) {
  const body = bizContent(initialisation(person, orderNo, side.config.appId));
  const { certify_id } = await callAlipay(side, { method: 'alipay.user.certify.open.initialize', body, answer: Opened });
  const url = signedPage(side, 'alipay.user.certify.open.certify', { certify_id });
  return { reference: { id: certify_id, orderNo }, task: { channel: 'alipay', certifyId: certify_id, url } } as const;
}

/** Alipay's gateway for this mini-program. Throws at once when a key of the configuration cannot be read. */
export function alipayAt(config: AlipayConfig, needs: UpstreamNeeds): Alipay {
  const side: AlipaySide = { config, keys: alipayKeys(config), needs };
  return {
    signIn: async (code) => ({ openId: (await redeem(side, code, 'PLATFORM_CODE_REJECTED')).open_id }),
    readRealName: (code) => readRealName(side, code),
    startFace: (person, { orderNo }) => startFace(side, person, orderNo),
    faceResult: async (_person, { reference }) =>
      judge(await callAlipay(side, { method: 'alipay.user.certify.open.query', body: bizContent({ certify_id: reference.id }), answer: Outcome, isQuery: true })),
    phoneIn: (packet) => phoneIn(packet, side.keys),
  };
}
