import { MINUTE } from '@yibao/shared';
import { orderNo, outsideWithClients, refusalCode, type World } from '../testing/real-clients';
import { FAULT_KINDS, type Fault } from './faults';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

interface Step {
  readonly upstream: Fault['upstream'];
  readonly call: string;
  /** What the citizen's phone gives for this step, then the step itself. */
  ready(): Promise<() => Promise<unknown>>;
}

const ok = () => world.person('ok');

const weappFace = async () => {
  const { reference } = await world.wechat.startFace(ok(), { openId: ok().openId.weapp, orderNo: orderNo() });
  await world.phone('weapp/face', 'ok', { verifyId: reference.id });
  return () => world.wechat.faceResult(ok(), { openId: ok().openId.weapp, reference });
};

const alipayFace = async () => {
  const { reference, task } = await world.alipay.startFace(ok(), { openId: ok().openId.alipay, orderNo: orderNo() });
  await world.phone('alipay/face', 'ok', { certifyId: reference.id, ...('url' in task && { url: task.url }) });
  return () => world.alipay.faceResult(ok(), { openId: ok().openId.alipay, reference });
};

const STEPS: readonly Step[] = [
  { upstream: 'weapp', call: 'stable_token', ready: async () => () => world.wechat.startFace(ok(), { openId: ok().openId.weapp, orderNo: orderNo() }) },
  { upstream: 'weapp', call: 'jscode2session', ready: async () => { const { code } = await world.phone('weapp/login', 'ok'); return () => world.wechat.signIn(code!); } },
  { upstream: 'weapp', call: 'checkrealnameinfo', ready: async () => { const { code } = await world.phone('weapp/realname', 'ok'); return () => world.wechat.checkRealName(ok(), { openId: ok().openId.weapp, code: code! }); } },
  { upstream: 'weapp', call: 'getverifyid', ready: async () => () => world.wechat.startFace(ok(), { openId: ok().openId.weapp, orderNo: orderNo() }) },
  { upstream: 'weapp', call: 'queryverifyinfo', ready: weappFace },
  { upstream: 'alipay', call: 'alipay.system.oauth.token', ready: async () => { const { authCode } = await world.phone('alipay/login', 'ok'); return () => world.alipay.signIn(authCode!); } },
  { upstream: 'alipay', call: 'alipay.user.info.share', ready: async () => { const { authCode } = await world.phone('alipay/auth-user', 'ok'); return () => world.alipay.readRealName(authCode!); } },
  { upstream: 'alipay', call: 'alipay.user.certify.open.initialize', ready: async () => () => world.alipay.startFace(ok(), { openId: ok().openId.alipay, orderNo: orderNo() }) },
  { upstream: 'alipay', call: 'alipay.user.certify.open.query', ready: alipayFace },
  { upstream: 'sms', call: 'SendSms', ready: async () => () => world.sms.sendCode(ok().phone, '246810') },
  { upstream: 'bureau', call: '1101', ready: async () => () => world.bureau.insuredRecords(ok()) },
];

/** Six minutes ahead, one-time codes have ended and signed messages are out of time; the other calls carry no time that is checked. */
const CLOCK_OFFSET: Readonly<Record<string, string>> = {
  jscode2session: 'PLATFORM_CODE_REJECTED',
  checkrealnameinfo: 'ID_CODE_REJECTED',
  'alipay.system.oauth.token': 'PLATFORM_CODE_REJECTED',
  SendSms: 'UPSTREAM_BUSY',
  '1101': 'UPSTREAM_BUSY',
};

/** WeChat and the text-message providers do not sign their answers; an ended token is renewed within the call. */
function expected({ upstream, call }: Step, kind: Fault['kind']): string {
  if (kind === 'clock-offset') return CLOCK_OFFSET[call] ?? 'not refused';
  const isUnfelt = kind === 'expired-token' || (kind === 'wrong-signature' && (upstream === 'weapp' || upstream === 'sms'));
  return isUnfelt ? 'not refused' : 'UPSTREAM_BUSY';
}

const table = STEPS.flatMap((step) => FAULT_KINDS.map((kind) => [step.call, kind, step] as const));

test.each(table)('QA-2 %s, %s: the right refusal, and the step can be done afterwards', async (call, kind, step) => {
  const act = await step.ready();
  const ms = kind === 'delay' ? 600 : 6 * MINUTE;
  world.outside.faults.order({ upstream: step.upstream, call, kind, times: 1, ms });
  expect(await refusalCode(act())).toBe(expected(step, kind));
  world.outside.faults.clear();
  world.pass(MINUTE);
  expect(await refusalCode((await step.ready())())).toBe('not refused');
});
