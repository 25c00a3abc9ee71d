import { orderNo, type World } from '../real-clients';
import type { Ready, Step } from './step';

export const weappFaceStart: Ready = async (world, id) => {
  const person = world.person(id);
  return () => world.wechat.startFace(person, { openId: person.openId.weapp, orderNo: orderNo() });
};

const weappFaceBegun: Ready = async (world, id) => {
  const person = world.person(id);
  const { reference } = await world.wechat.startFace(person, { openId: person.openId.weapp, orderNo: orderNo() });
  await world.phone('weapp/face', id, { verifyId: reference.id });
  return () => world.wechat.faceResult(person, { openId: person.openId.weapp, reference });
};

export const alipayFaceStart: Ready = async (world, id) => {
  const person = world.person(id);
  return () => world.alipay.startFace(person, { openId: person.openId.alipay, orderNo: orderNo() });
};

const alipayFaceBegun: Ready = async (world, id) => {
  const person = world.person(id);
  const { reference, task } = await world.alipay.startFace(person, { openId: person.openId.alipay, orderNo: orderNo() });
  await world.phone('alipay/face', id, { certifyId: reference.id, ...('url' in task && { url: task.url }) });
  return () => world.alipay.faceResult(person, { openId: person.openId.alipay, reference });
};

type Redeem = (world: World, code: string, id: string) => Promise<unknown>;

const withCode = (path: string, redeem: Redeem): Ready => async (world, id) => {
  const { code, authCode } = await world.phone(path, id);
  return () => redeem(world, (code ?? authCode)!, id);
};

const weappAccount = (world: World, id: string) => ({ openId: world.person(id).openId.weapp });

/** Signing in, proving who one is, the phone number and the insured records. */
export const ACTIVATION_STEPS: readonly Step[] = [
  {
    upstream: 'weapp',
    call: 'stable_token',
    ready: async (world, id) => {
      world.outside.revokeTokens();
      return weappFaceStart(world, id);
    },
  },
  { upstream: 'weapp', call: 'jscode2session', ready: withCode('weapp/login', (world, code) => world.wechat.signIn(code)) },
  { upstream: 'weapp', call: 'checkrealnameinfo', ready: withCode('weapp/realname', (world, code, id) => world.wechat.checkRealName(world.person(id), { ...weappAccount(world, id), code })) },
  { upstream: 'weapp', call: 'getuserphonenumber', ready: withCode('weapp/phone-number', (world, code, id) => world.wechat.phoneOf(code, weappAccount(world, id))) },
  { upstream: 'weapp', call: 'getverifyid', ready: weappFaceStart },
  { upstream: 'weapp', call: 'queryverifyinfo', ready: weappFaceBegun },
  { upstream: 'alipay', call: 'alipay.system.oauth.token', ready: withCode('alipay/login', (world, code) => world.alipay.signIn(code)) },
  { upstream: 'alipay', call: 'alipay.user.info.share', ready: withCode('alipay/auth-user', (world, code) => world.alipay.readRealName(code)) },
  { upstream: 'alipay', call: 'alipay.user.certify.open.initialize', ready: alipayFaceStart },
  { upstream: 'alipay', call: 'alipay.user.certify.open.query', ready: alipayFaceBegun },
  { upstream: 'sms', call: 'SendSms', ready: async (world, id) => () => world.sms.sendCode(world.person(id).phone, '246810') },
  { upstream: 'bureau', call: '1101', ready: async (world, id) => () => world.bureau.insuredRecords(world.person(id)) },
];
