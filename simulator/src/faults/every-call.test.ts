import { MINUTE } from '@yibao/shared';
import { expectedRefusal } from '../testing/expected-refusals';
import { orderNo, outsideWithClients, refusalCode, type World } from '../testing/real-clients';
import { ACTIVATION_STEPS, alipayFaceStart, weappFaceStart } from '../testing/steps/activation-steps';
import { MESSAGE_STEPS } from '../testing/steps/message-steps';
import { SETTLEMENT_STEPS } from '../testing/steps/settlement-steps';
import { WALLET_STEPS } from '../testing/steps/wallet-steps';
import { FAULT_KINDS, type Upstream } from './kinds';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

/** A row for each call that the simulator can answer. */
const STEPS = [...ACTIVATION_STEPS, ...WALLET_STEPS, ...MESSAGE_STEPS, ...SETTLEMENT_STEPS];

/** Calls with which the bureau's people prepare the templates, once; the service makes none of them. */
const PREPARING = ['alipay.pass.template.add', 'alipay.pass.template.update'];

test('QA-2 no call of the service is left out', async () => {
  const { known } = (await (await fetch(`${world.outside.url}/calls`)).json()) as { known: Record<Upstream, string[]> };
  const rows = (upstream: string) => STEPS.filter((step) => step.upstream === upstream).map(({ call }) => call);
  for (const [upstream, calls] of Object.entries(known)) expect([upstream, rows(upstream).sort()]).toEqual([upstream, calls.filter((call) => !PREPARING.includes(call)).sort()]);
});

/** Longer than the clients wait here, except for a mere delay that they bear. */
const MS = { delay: 30, late: 800 } as Readonly<Record<string, number>>;

const table = STEPS.flatMap((step) => FAULT_KINDS.map((kind) => [step.call, kind, step] as const));

/** What is written down of a call says nothing of the person. */
function requireOneLine(call: string): void {
  const { name, idNumber, phone, openId } = world.person('ok');
  expect(world.lines.filter((line) => line.call === call)).toHaveLength(1);
  expect([name, idNumber, phone, openId.weapp, openId.alipay].filter((text) => JSON.stringify(world.lines).includes(text))).toEqual([]);
}

test.each(table)('QA-2 %s, %s: the right refusal, one line, and the step can be done afterwards', async (call, kind, step) => {
  if (kind === 'swapped') await (await step.ready(world, 'retired'))();
  const act = await step.ready(world, 'ok');
  world.lines.splice(0);
  world.outside.faults.order({ upstream: step.upstream, call, kind, times: 1, ms: MS[kind] ?? 6 * MINUTE });
  expect(await refusalCode(act())).toBe(kind === 'delay' ? 'not refused' : expectedRefusal(step, kind));
  expect(world.outside.faults.list()).toEqual([]);
  if (kind !== 'expired-token') requireOneLine(call);
  world.pass(MINUTE);
  expect(await refusalCode((await step.ready(world, 'ok'))())).toBe('not refused');
});

test('QA-2 a delay beyond patience is the busy refusal too', async () => {
  world.outside.faults.order({ upstream: 'bureau', kind: 'delay', times: 1, ms: 800 });
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
    await (await weappFaceStart(world, 'retired'))();
    swapAt('weapp', 'getverifyid');
    const { reference } = await world.wechat.startFace(ok(), { openId: ok().openId.weapp, orderNo: orderNo() });
    await world.phone('weapp/face', 'ok', { verifyId: reference.id });
    expect(await refusalCode(world.wechat.faceResult(ok(), { openId: ok().openId.weapp, reference }))).toBe('UPSTREAM_BUSY');
  });

  test('a swapped certification is not passed by this person’s face', async () => {
    await (await alipayFaceStart(world, 'retired'))();
    swapAt('alipay', 'alipay.user.certify.open.initialize');
    const { reference } = await world.alipay.startFace(ok(), { openId: ok().openId.alipay, orderNo: orderNo() });
    await world.phone('alipay/face', 'ok', { certifyId: reference.id });
    expect(await refusalCode(world.alipay.faceResult(ok(), { openId: ok().openId.alipay, reference }))).toBe('FACE_MISMATCH');
  });
});
