import { HOUR, MINUTE } from '@yibao/shared';
import { expectedRefusal } from '../testing/expected-refusals';
import { orderNo, outsideWithClients, refusalCode, type World } from '../testing/real-clients';
import { FAULT_KINDS, type Upstream } from './kinds';

let world: World;
beforeEach(async () => {
  world = await outsideWithClients();
});
afterEach(() => world.outside.stop());

const serial = () => orderNo().slice(-20);
const passOf = (serialNumber: string) => ({ serialNumber, holder: '张*', region: '济南市' });
const issue = (person: string, serialNumber = serial()) => world.passes.issue(passOf(serialNumber), world.person(person).openId.alipay).then(() => serialNumber);

const added = async (person: string) => {
  const code = serial();
  const { code: encrypted } = await world.phone('weapp/card', person, { cardId: world.cards.cardId, cardExt: await world.cards.extensionFor(code) });
  return { code, encrypted: encrypted! };
};

interface Step {
  readonly upstream: Upstream;
  readonly call: string;
  ready(person: string): Promise<() => Promise<unknown>>;
}

const STEPS: readonly Step[] = [
  {
    upstream: 'weapp',
    call: 'getticket',
    async ready() {
      world.pass(2 * HOUR);
      return () => world.cards.extensionFor(serial());
    },
  },
  { upstream: 'weapp', call: 'decrypt', ready: async (id) => { const { encrypted } = await added(id); return () => world.cards.decrypt(encrypted); } },
  { upstream: 'weapp', call: 'get', ready: async (id) => { const { code } = await added(id); return () => world.cards.holds(code); } },
  { upstream: 'weapp', call: 'unavailable', ready: async (id) => { const { code } = await added(id); return () => world.cards.close(code); } },
  { upstream: 'alipay', call: 'alipay.pass.instance.add', ready: async (id) => () => issue(id) },
  { upstream: 'alipay', call: 'alipay.pass.instance.update', ready: async (id) => { const serialNumber = await issue(id); return () => world.passes.close(serialNumber); } },
];

const MS = { delay: 100, late: 600 } as Readonly<Record<string, number>>;

const table = STEPS.flatMap((step) => FAULT_KINDS.map((kind) => [step.call, kind, step] as const));

test.each(table)('QA-2 %s, %s: the right refusal, and the step can be done afterwards', async (call, kind, step) => {
  if (kind === 'swapped') await (await step.ready('retired'))();
  const act = await step.ready('ok');
  world.outside.faults.order({ upstream: step.upstream, call, kind, times: 1, ms: MS[kind] ?? 6 * MINUTE });
  expect(await refusalCode(act())).toBe(kind === 'delay' ? 'not refused' : expectedRefusal(step, kind));
  expect(world.outside.faults.list()).toEqual([]);
  world.pass(MINUTE);
  expect(await refusalCode((await step.ready('ok'))())).toBe('not refused');
});
