import type { SettlementPlace } from '@yibao/functions/src/upstream/ports';
import type { World } from '../real-clients';
import type { Step } from './step';

const settled = async (world: World, person: string) => {
  const answer = await fetch(`${world.outside.url}/settlements`, { method: 'POST', body: JSON.stringify({ person }) });
  return ((await answer.json()) as { place: SettlementPlace }).place;
};

/** Queries of the bureau's settlements. */
export const SETTLEMENT_STEPS: readonly Step[] = [
  { upstream: 'bureau', call: '5203', ready: async (world, person) => { const place = await settled(world, person); return () => world.bills.settlement(place); } },
  { upstream: 'bureau', call: '5204', ready: async (world, person) => { const place = await settled(world, person); return () => world.bills.items(place); } },
];
