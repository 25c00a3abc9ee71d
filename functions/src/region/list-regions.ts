import type { listRegions as endpoint, Output } from '@yibao/shared';
import type { Call } from '../http/call';
import { publicPart } from './region';
import type { Regions } from './store';

export async function listRegions(_call: Call<typeof endpoint>, { regions }: { regions: Pick<Regions, 'all'> }): Promise<Output<typeof endpoint>> {
  return { regions: (await regions.all()).map(publicPart) };
}
