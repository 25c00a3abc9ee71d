import { DAY } from '@yibao/shared';
import { outsideWithClients, refusalCode, type World } from '../testing/real-clients';
import { ACTIVATION_STEPS } from '../testing/steps/activation-steps';
import { MESSAGE_STEPS } from '../testing/steps/message-steps';
import { SETTLEMENT_STEPS } from '../testing/steps/settlement-steps';
import type { Step } from '../testing/steps/step';
import { WALLET_STEPS } from '../testing/steps/wallet-steps';
import type { Change, Content } from './retell';

type Path = readonly (string | number)[];

const ALIYUN: Step = { upstream: 'sms', call: 'SendSms', ready: async (world, id) => () => world.aliyunSms.sendCode(world.person(id).phone, '246810') };

const STEPS = [...ACTIVATION_STEPS, ...WALLET_STEPS, ...MESSAGE_STEPS, ...SETTLEMENT_STEPS, ALIYUN];

/** What may stand where something else belongs. */
const VALUES: readonly unknown[] = [7, '7', true, null, [], {}, [null]];

/** Every value of an answer, however deep; of a list the first. */
const pathsIn = (value: unknown, at: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return [at];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value) ? value.slice(0, 1).map((one) => [0, one] as const) : Object.entries(value);
  return [...(at.length === 0 ? [] : [at]), ...entries.flatMap(([name, inner]) => pathsIn(inner, [...at, name]))];
};

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? `list of ${value.length}` : typeof value);

const valueAt = (content: unknown, path: Path): unknown => path.reduce<unknown>((value, name) => (value as Record<string | number, unknown>)[name], content);

function put(content: Content, path: Path, value: unknown): Content {
  const copy = structuredClone(content) as Record<string | number, unknown>;
  (valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1)!] = value;
  return copy;
}

/** What a client may say of a wrong answer: that the other side is busy, or its own refusal where it takes the value as none. */
const BEARABLE = /^(not refused|UPSTREAM_BUSY|ID_NO_REALNAME|ID_MISMATCH|PHONE_PACKET_REJECTED|PHONE_FOREIGN|FACE_\w+)$/;

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

async function outcome(step: Step, change: Change): Promise<string> {
  const act = await step.ready(world, 'ok');
  world.outside.faults.order({ upstream: step.upstream, call: step.call, kind: 'wrong-type', times: 1, change });
  const code = await refusalCode(act());
  world.pass(DAY);
  return code;
}

/** The content of a good answer. */
async function goodAnswer(step: Step): Promise<Content> {
  let good: Content = {};
  expect(await outcome(step, (content) => (good = content))).toBe('not refused');
  return good;
}

const personal = () => {
  const { name, idNumber, phone, openId } = world.person('ok');
  return [name, idNumber, phone, openId.weapp, openId.alipay];
};

test.each(STEPS.map((step) => [step.call, step] as const))('QA-2 %s: whatever type any value of its answer has, it is a refusal that the citizen can be told, and one line', async (call, step) => {
  const good = await goodAnswer(step);
  const refusals: string[] = [];
  for (const path of pathsIn(good)) {
    for (const value of VALUES.filter((one) => typeOf(one) !== typeOf(valueAt(good, path)))) {
      world.lines.splice(0);
      const code = await outcome(step, (content) => put(content, path, value));
      expect([path.join('.'), value, code]).toEqual([path.join('.'), value, expect.stringMatching(BEARABLE)]);
      const lines = world.lines.filter((line) => line.call === call && line.outcome === 'failed');
      expect(lines.length).toBeLessThanOrEqual(1);
      if (code === 'UPSTREAM_BUSY') expect(lines).toEqual([expect.objectContaining({ detail: expect.stringMatching(/^(unexpected shape|answer to another message|infcode -1|envelope not genuine)$/) })]);
      expect(personal().filter((text) => JSON.stringify(world.lines).includes(text))).toEqual([]);
      refusals.push(code);
    }
  }
  expect(refusals).toContain('UPSTREAM_BUSY');
});
