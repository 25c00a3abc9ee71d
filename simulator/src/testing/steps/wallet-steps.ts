import { HOUR } from '@yibao/shared';
import { orderNo, type World } from '../real-clients';
import type { Step } from './step';

const serial = () => orderNo().slice(-20);

const issue = (world: World, person: string, serialNumber = serial()) =>
  world.passes.issue({ serialNumber, holder: '张*', region: '济南市' }, world.person(person).openId.alipay).then(() => serialNumber);

const added = async (world: World, person: string) => {
  const code = serial();
  const { code: encrypted } = await world.phone('weapp/card', person, { cardId: world.cards.cardId, cardExt: await world.cards.extensionFor(code) });
  return { code, encrypted: encrypted! };
};

/** Cards and passes in the platforms' wallets. */
export const WALLET_STEPS: readonly Step[] = [
  {
    upstream: 'weapp',
    call: 'getticket',
    ready: async (world) => {
      world.pass(2 * HOUR);
      return () => world.cards.extensionFor(serial());
    },
  },
  { upstream: 'weapp', call: 'decrypt', ready: async (world, id) => { const { encrypted } = await added(world, id); return () => world.cards.decrypt(encrypted); } },
  { upstream: 'weapp', call: 'get', ready: async (world, id) => { const { code } = await added(world, id); return () => world.cards.holds(code); } },
  { upstream: 'weapp', call: 'unavailable', ready: async (world, id) => { const { code } = await added(world, id); return () => world.cards.close(code); } },
  { upstream: 'alipay', call: 'alipay.pass.instance.add', ready: async (world, id) => () => issue(world, id) },
  { upstream: 'alipay', call: 'alipay.pass.instance.update', ready: async (world, id) => { const serialNumber = await issue(world, id); return () => world.passes.close(serialNumber); } },
];
