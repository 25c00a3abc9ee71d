import * as contract from '@yibao/shared';
import { type Route, route } from '../http/route';
import { listBindings, type Needs as ListNeeds } from './list-bindings';
import { type Needs as UnbindNeeds, unbind } from './unbind';

export const bindingRoutes: readonly Route<ListNeeds & UnbindNeeds>[] = [route(contract.listBindings, listBindings), route(contract.unbind, unbind)];
