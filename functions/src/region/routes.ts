import { awaitOpening as awaitOpeningEndpoint, listRegions as listRegionsEndpoint } from '@yibao/shared';
import { type Route, route } from '../http/route';
import { awaitOpening, type Needs } from './await-opening';
import { listRegions } from './list-regions';
import type { Regions } from './store';

type RoomNeeds = Needs & { readonly regions: Regions };

export const regionRoutes: readonly Route<RoomNeeds>[] = [route(listRegionsEndpoint, listRegions), route(awaitOpeningEndpoint, awaitOpening)];
