import { MINUTE, SECOND, later } from '@yibao/shared';
import * as z from 'zod/mini';
import { sm2 } from '../crypto/sm.vectors.json';
import { ask, parsed, type UpstreamLine } from './ask';
import { askAgain } from './ask-again';
import { breakersWith } from './breaker';
import { bureauAt } from './bureau';
import { BureauConfig } from './bureau-message';
import { smsAt } from './sms';
import { SmsConfig } from './sms-config';
import { refusalOf } from './testing/scripted-fetch';
import { weChatAt } from './wechat';
import { WeChatConfig } from './wechat-config';

const read = (text: string) => ({ value: parsed(z.object({ good: z.boolean() }), text), code: 'ok' });
const question = { upstream: 'bureau', call: 'test', url: 'https://example.invalid/', method: 'GET' } as const;

/** An upstream that is well or dead, a clock that stands, and what happened. */
function world() {
  const state = { now: new Date('2026-11-22T08:00:00.000Z'), well: false, asked: 0, answerTakesMs: 0, slept: [] as number[], lines: [] as UpstreamLine[] };
  const now = () => state.now;
  const needs = {
    now,
    log: (line: UpstreamLine) => state.lines.push(line),
    breakers: breakersWith(now),
    again: { random: () => 0.5, sleep: async (ms: number) => state.slept.push(ms) },
    fetch: async () => {
      state.asked += 1;
      state.now = later(state.now, state.answerTakesMs);
      return new Response(state.well ? '{"good":true}' : '', { status: state.well ? 200 : 503 });
    },
  };
  const once = () => ask(needs, question, read);
  const again = () => askAgain(needs, 'bureau', once);
  return { state, needs, once, again, pass: (ms: number) => void (state.now = later(state.now, ms)) };
}

const times = async (count: number, act: () => Promise<unknown>) => {
  for (let i = 0; i < count; i += 1) expect((await refusalOf(act())).code).toBe('UPSTREAM_BUSY');
};

describe('the circuit breaker', () => {
  test('leaves a dead upstream alone after five failures in a row, and says UPSTREAM_BUSY at once', async () => {
    const { state, once } = world();
    await times(7, once);
    expect(state.asked).toBe(5);
    expect(state.lines.at(-1)).toEqual({ upstream: 'bureau', call: 'test', outcome: 'failed', detail: 'circuit open', ms: 0 });
  });

  test('lets one question through after twenty seconds; when that fails, it waits again', async () => {
    const { state, once, pass } = world();
    await times(5, once);
    pass(20 * SECOND);
    await times(3, once);
    expect(state.asked).toBe(6);
    pass(20 * SECOND - 1);
    await times(1, once);
    expect(state.asked).toBe(6);
  });

  test('lets only one of many through while it tries', async () => {
    const { state, once, pass } = world();
    await times(5, once);
    pass(MINUTE);
    await Promise.allSettled([once(), once(), once()]);
    expect(state.asked).toBe(6);
  });

  test('closes when the question that tries is answered', async () => {
    const { state, once, pass } = world();
    await times(5, once);
    state.well = true;
    pass(20 * SECOND);
    await expect(once()).resolves.toEqual({ good: true });
    await expect(once()).resolves.toEqual({ good: true });
  });

  test('counts failures in a row only, and each upstream for itself', async () => {
    const { state, needs, once } = world();
    await times(4, once);
    state.well = true;
    await once();
    state.well = false;
    await times(4, once);
    expect(state.asked).toBe(9);
    await times(1, once);
    await times(1, () => ask(needs, { ...question, upstream: 'sms' }, read));
    expect(state.asked).toBe(11);
  });
});

describe('asking again', () => {
  test('happens twice, after a random part of 200 and of 400 milliseconds', async () => {
    const { state, again } = world();
    await times(1, again);
    expect([state.asked, state.slept]).toEqual([3, [100, 200]]);
  });

  test('ends with the first answer', async () => {
    const { state, needs, once } = world();
    const revived = { ...needs, again: { random: () => 0, sleep: async () => void (state.well = true) } };
    await expect(askAgain(revived, 'bureau', once)).resolves.toEqual({ good: true });
    expect(state.asked).toBe(2);
  });

  test('does not happen when the first try took more than three seconds', async () => {
    const { state, again } = world();
    state.answerTakesMs = 3 * SECOND + 1;
    await times(1, again);
    expect(state.asked).toBe(1);
  });

  test('does not happen once the circuit is open', async () => {
    const { state, again } = world();
    await times(2, again);
    expect([state.asked, state.slept]).toEqual([5, [100, 200, 100]]);
  });
});

describe('what may be asked again', () => {
  const person = { name: '张三', idNumber: '99999919900307139X' };
  const tokens = { read: async () => ({ token: 't', expiresAt: '2026-11-22T09:00:00.000Z' }), write: async () => {} };
  const none = { read: async () => undefined, write: async () => {} };
  const app = WeChatConfig.parse({ appId: 'wx1', appSecret: 's' });
  const sender = SmsConfig.parse({ provider: 'aliyun', accessKeyId: 'id', accessKeySecret: 'key', signName: '医保服务', templateCode: 'SMS_1' });
  const register = BureauConfig.parse({ url: 'https://b.example', orgCode: 'E37010000001', appId: 'A'.repeat(32), appSecret: 'B'.repeat(32), privateKey: sm2.dHex, platformPublicKey: sm2.publicHex });
  let last = 0;
  const nonce = () => String((last += 1)).padStart(32, '0');
  type Act = (needs: ReturnType<typeof world>['needs']) => Promise<unknown>;

  test.each<[string, number, Act]>([
    ['a login code', 1, (needs) => weChatAt(app, { ...needs, tokens }).signIn('c')],
    ['a consent to the real name', 1, (needs) => weChatAt(app, { ...needs, tokens }).checkRealName(person, { openId: 'o', code: 'c' })],
    ['the opening of a face verification', 1, (needs) => weChatAt(app, { ...needs, tokens }).startFace(person, { openId: 'o', orderNo: 'n' })],
    ['a text message', 1, (needs) => smsAt(sender, { ...needs, nonce }).sendCode('13900000001', '123456')],
    ['the outcome of a face verification', 3, (needs) => weChatAt(app, { ...needs, tokens }).faceResult(person, { openId: 'o', reference: { id: 'v', orderNo: 'n' } })],
    ['the token', 3, (needs) => weChatAt(app, { ...needs, tokens: none }).startFace(person, { openId: 'o', orderNo: 'n' })],
    ['the insurances', 3, (needs) => bureauAt(register, { ...needs, nonce }).insuredRecords(person)],
  ])('%s: sent %d times to an upstream that fails', async (_what, count, act) => {
    const { state, needs } = world();
    await times(1, () => act(needs));
    expect(state.asked).toBe(count);
  });
});
