import { MINUTE } from '@yibao/shared';
import { expectedRefusal } from '../testing/expected-refusals';
import { orderNo, outsideWithClients, refusalCode, type World } from '../testing/real-clients';
import { FAULT_KINDS, type Upstream } from './kinds';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

interface Step {
  readonly upstream: Upstream;
  readonly call: string;
  /** What this person's phone gives for the step, then the step itself. */
  ready(person: string): Promise<() => Promise<unknown>>;
}

const weappFaceBegun = async (id: string) => {
  const person = world.person(id);
  const { reference } = await world.wechat.startFace(person, { openId: person.openId.weapp, orderNo: orderNo() });
  await world.phone('weapp/face', id, { verifyId: reference.id });
  return () => world.wechat.faceResult(person, { openId: person.openId.weapp, reference });
};

const weappFaceStart = async (id: string) => {
  const person = world.person(id);
  return () => world.wechat.startFace(person, { openId: person.openId.weapp, orderNo: orderNo() });
};

const alipayFaceBegun = async (id: string) => {
  const person = world.person(id);
  const { reference, task } = await world.alipay.startFace(person, { openId: person.openId.alipay, orderNo: orderNo() });
  await world.phone('alipay/face', id, { certifyId: reference.id, ...('url' in task && { url: task.url }) });
  return () => world.alipay.faceResult(person, { openId: person.openId.alipay, reference });
};

const alipayFaceStart = async (id: string) => {
  const person = world.person(id);
  return () => world.alipay.startFace(person, { openId: person.openId.alipay, orderNo: orderNo() });
};

const withCode = (path: string, redeem: (code: string, id: string) => Promise<unknown>) => async (id: string) => {
  const { code, authCode } = await world.phone(path, id);
  return () => redeem((code ?? authCode)!, id);
};

const checkRealName = (code: string, id: string) => world.wechat.checkRealName(world.person(id), { openId: world.person(id).openId.weapp, code });

const STEPS: readonly Step[] = [
  { upstream: 'weapp', call: 'stable_token', ready: weappFaceStart },
  { upstream: 'weapp', call: 'jscode2session', ready: withCode('weapp/login', (code) => world.wechat.signIn(code)) },
  { upstream: 'weapp', call: 'checkrealnameinfo', ready: withCode('weapp/realname', checkRealName) },
  { upstream: 'weapp', call: 'getuserphonenumber', ready: withCode('weapp/phone-number', (code, id) => world.wechat.phoneOf(code, { openId: world.person(id).openId.weapp })) },
  { upstream: 'weapp', call: 'getverifyid', ready: weappFaceStart },
  { upstream: 'weapp', call: 'queryverifyinfo', ready: weappFaceBegun },
  { upstream: 'alipay', call: 'alipay.system.oauth.token', ready: withCode('alipay/login', (code) => world.alipay.signIn(code)) },
  { upstream: 'alipay', call: 'alipay.user.info.share', ready: withCode('alipay/auth-user', (code) => world.alipay.readRealName(code)) },
  { upstream: 'alipay', call: 'alipay.user.certify.open.initialize', ready: alipayFaceStart },
  { upstream: 'alipay', call: 'alipay.user.certify.open.query', ready: alipayFaceBegun },
  { upstream: 'sms', call: 'SendSms', ready: async (id) => () => world.sms.sendCode(world.person(id).phone, '246810') },
  { upstream: 'bureau', call: '1101', ready: async (id) => () => world.bureau.insuredRecords(world.person(id)) },
];

/** Longer than the clients wait here, except for a mere delay that they bear. */
const MS = { delay: 100, late: 600 } as Readonly<Record<string, number>>;

const table = STEPS.flatMap((step) => FAULT_KINDS.map((kind) => [step.call, kind, step] as const));

test.each(table)('QA-2 %s, %s: the right refusal, and the step can be done afterwards', async (call, kind, step) => {
  if (kind === 'swapped') await (await step.ready('retired'))();
  if (call === 'stable_token') world.outside.revokeTokens();
  const act = await step.ready('ok');
  world.outside.faults.order({ upstream: step.upstream, call, kind, times: 1, ms: MS[kind] ?? 6 * MINUTE });
  expect(await refusalCode(act())).toBe(kind === 'delay' ? 'not refused' : expectedRefusal(step, kind));
  expect(world.outside.faults.list()).toEqual([]);
  world.pass(MINUTE);
  expect(await refusalCode((await step.ready('ok'))())).toBe('not refused');
});

test('QA-2 a delay beyond patience is the busy refusal too', async () => {
  world.outside.faults.order({ upstream: 'bureau', kind: 'delay', times: 1, ms: 600 });
  expect(await refusalCode(world.bureau.insuredRecords(world.person('ok')))).toBe('UPSTREAM_BUSY');
});

describe('an answer about somebody else that its reader cannot tell', () => {
  const swapAt = (upstream: Upstream, call: string) => world.outside.faults.order({ upstream, call, kind: 'swapped', times: 1 });
  const ok = () => world.person('ok');

  test('signing in with a swapped openid ends at the real-name check', async () => {
    await world.wechat.signIn((await world.phone('weapp/login', 'retired')).code!);
    swapAt('weapp', 'jscode2session');
    const { openId } = await world.wechat.signIn((await world.phone('weapp/login', 'ok')).code!);
    expect(openId).toBe(world.person('retired').openId.weapp);
    const { code } = await world.phone('weapp/realname', 'ok');
    expect(await refusalCode(world.wechat.checkRealName(ok(), { openId, code: code! }))).toBe('UPSTREAM_BUSY');
  });

  test('a swapped face verification has no result for this person', async () => {
    await (await weappFaceStart('retired'))();
    swapAt('weapp', 'getverifyid');
    const { reference } = await world.wechat.startFace(ok(), { openId: ok().openId.weapp, orderNo: orderNo() });
    await world.phone('weapp/face', 'ok', { verifyId: reference.id });
    expect(await refusalCode(world.wechat.faceResult(ok(), { openId: ok().openId.weapp, reference }))).toBe('UPSTREAM_BUSY');
  });

  test('a swapped certification is not passed by this person’s face', async () => {
    await (await alipayFaceStart('retired'))();
    swapAt('alipay', 'alipay.user.certify.open.initialize');
    const { reference } = await world.alipay.startFace(ok(), { openId: ok().openId.alipay, orderNo: orderNo() });
    await world.phone('alipay/face', 'ok', { certifyId: reference.id });
    expect(await refusalCode(world.alipay.faceResult(ok(), { openId: ok().openId.alipay, reference }))).toBe('FACE_MISMATCH');
  });
});
