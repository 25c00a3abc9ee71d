import { openCity } from '@yibao/functions/src/testing/story';
import { FACE_CONSENT, MINUTE, READING_AUTHORISATION, SERVICE_AGREEMENT } from '@yibao/shared';
import { type Answer, DEVICE, post, type Stage, type Step, STEPS } from '../testing/citizen-steps';
import { outsideWithClients } from '../testing/real-clients';
import { FAULT_KINDS, type Upstream } from './kinds';

const START = '2026-11-22T08:00:00.000Z';

/** The service's use cases in memory, with its real clients before the simulated world. */
async function rehearsal() {
  const world = await outsideWithClients();
  const desk = await openCity({ start: START });
  const { wechat, alipay, sms, bureau } = desk.world.ports;
  Object.assign(wechat, world.wechat);
  Object.assign(alipay, world.alipay);
  Object.assign(sms, world.sms);
  Object.assign(bureau, world.bureau);
  return { world, desk };
}

const CALLS: readonly (readonly ['weapp' | 'alipay', Upstream, string])[] = [
  ['weapp', 'weapp', 'jscode2session'],
  ['weapp', 'weapp', 'checkrealnameinfo'],
  ['weapp', 'bureau', '1101'],
  ['weapp', 'weapp', 'stable_token'],
  ['weapp', 'weapp', 'getverifyid'],
  ['weapp', 'weapp', 'queryverifyinfo'],
  ['alipay', 'alipay', 'alipay.system.oauth.token'],
  ['alipay', 'alipay', 'alipay.user.info.share'],
  ['alipay', 'bureau', '1101'],
  ['alipay', 'alipay', 'alipay.user.certify.open.initialize'],
  ['alipay', 'alipay', 'alipay.user.certify.open.query'],
  ['alipay', 'sms', 'SendSms'],
];

/** What a fault may be to the citizen: the other side is busy, a one-time code must be given again, a message was sent already. Never a defect, never a judgement about the person. */
const RIGHT = new Set(['UPSTREAM_BUSY', 'PLATFORM_CODE_REJECTED', 'ID_CODE_REJECTED', 'FACE_CANCELLED', 'SMS_TOO_SOON']);

const placeOf = async (stage: Stage): Promise<unknown> => {
  if (stage.token === '') return 'signed out';
  const { status, step, saved } = (await stage.desk.get('/activation', { token: stage.token })).body;
  return { status, step, saved };
};

let stages: Stage[] = [];
afterEach(async () => {
  for (const { world } of stages) await world.outside.stop();
  stages = [];
});

async function opened(): Promise<Stage> {
  const stage = { ...(await rehearsal()), token: '' };
  stages.push(stage);
  return stage;
}

/** Takes a step; one that is refused has changed nothing and succeeds when it is taken again a minute later. Gives the refusals. */
async function taken(stage: Stage, step: Step): Promise<readonly unknown[]> {
  const before = await placeOf(stage);
  const first = await step(stage);
  if (first.status === 200) return [];
  expect(await placeOf(stage)).toEqual(before);
  stage.world.pass(MINUTE);
  stage.desk.wait(MINUTE);
  const again = await step(stage);
  expect([again.status, again.body['code']]).toEqual([200, undefined]);
  return [first.body['code']];
}

const vouchersIn = ({ desk }: Stage) => [...(desk.table as unknown as { rows: Map<string, { sk: string }> }).rows.values()].filter(({ sk }) => sk === 'VOUCHER').length;

const table = CALLS.flatMap(([channel, upstream, call]) => FAULT_KINDS.map((kind) => ({ channel, upstream, call, kind })));

test.each(table)('QA-2 $channel activation, $call, $kind: refused rightly, nothing half-done, and the same step succeeds again', async ({ channel, upstream, call, kind }) => {
  const stage = await opened();
  stage.world.outside.faults.order({ upstream, call, kind, times: 1, ms: kind === 'delay' ? 500 : 6 * MINUTE });
  const refusals: unknown[] = [];
  for (const step of STEPS[channel]) refusals.push(...(await taken(stage, step)));
  expect(refusals.filter((code) => !RIGHT.has(String(code)))).toEqual([]);
  expect(refusals.length).toBeLessThanOrEqual(1);
  expect(stage.world.outside.faults.list()).toEqual([]);
  expect([vouchersIn(stage), (await stage.desk.get('/voucher', { token: stage.token })).status]).toEqual([1, 200]);
});

describe('what is forged is refused and leads nowhere', () => {
  const codeOf = async (stage: Stage, path: string, person: string) => Object.values(await stage.world.phone(path, person))[0]!;

  /** At the step `upTo`, everything before it done. */
  async function at(channel: 'weapp' | 'alipay', upTo: number): Promise<Stage> {
    const stage = await opened();
    for (const step of STEPS[channel].slice(0, upTo)) expect((await step(stage)).status).toBe(200);
    return stage;
  }

  async function refused(stage: Stage, work: () => Promise<Answer>): Promise<unknown> {
    const before = await placeOf(stage);
    const { status, body } = await work();
    expect(status).not.toBe(200);
    expect([await placeOf(stage), vouchersIn(stage)]).toEqual([before, 0]);
    return body['code'];
  }

  test('a login code that was used', async () => {
    const stage = await opened();
    const code = await codeOf(stage, 'weapp/login', 'ok');
    expect((await post(stage, '/session', { channel: 'weapp', code, device: DEVICE })).status).toBe(200);
    expect(await refused(stage, () => post(stage, '/session', { channel: 'weapp', code, device: DEVICE }))).toBe('PLATFORM_CODE_REJECTED');
  });

  test('the real-name code of another account, and one that was used', async () => {
    const stage = await at('weapp', 2);
    const { name, idNumber } = stage.world.person('ok');
    const anothers = await codeOf(stage, 'weapp/realname', 'retired');
    const identity = (code: string) => post(stage, '/activation/identity', { name, idNumber, code });
    expect(await refused(stage, () => identity(anothers))).toBe('UPSTREAM_BUSY');
    expect(await refused(stage, () => identity(anothers))).toBe('ID_CODE_REJECTED');
  });

  test('the real name of another Alipay account (swapped open_id)', async () => {
    const stage = await at('alipay', 1);
    const code = await codeOf(stage, 'alipay/auth-user', 'retired');
    expect(await refused(stage, () => post(stage, '/activation/agreement', { version: SERVICE_AGREEMENT.version, reading: READING_AUTHORISATION.version, code }))).toBe('ID_CODE_REJECTED');
  });

  test.each([['weapp', 4], ['alipay', 2]] as const)('%s: a face that was never shown, or somebody else’s', async (channel, step) => {
    const stage = await at(channel, step);
    const begun = await post(stage, '/activation/face', { consent: FACE_CONSENT.version });
    expect(await refused(stage, () => post(stage, '/activation/face/result', {}))).toBe('FACE_CANCELLED');
    const task = begun.body['face'] as Record<string, string>;
    await stage.world.phone(`${channel}/face`, 'retired', { verifyId: task['verifyId'], certifyId: task['certifyId'] });
    expect(String(await refused(stage, () => post(stage, '/activation/face/result', {})))).toMatch(/^FACE_(CANCELLED|MISMATCH)$/);
  });

  test('a phone number that Alipay has not signed', async () => {
    const stage = await at('alipay', 4);
    const packet = JSON.parse(await codeOf(stage, 'alipay/phone-number', 'ok')) as { response: string; sign: string };
    const forged = JSON.stringify({ ...packet, response: `${packet.response.slice(0, -4)}AAA=` });
    expect(await refused(stage, () => post(stage, '/activation/phone', { packet: forged }))).toBe('PHONE_PACKET_REJECTED');
  });
});
