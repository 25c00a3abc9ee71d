import { contract, type Endpoint, type Room } from '@yibao/shared';

export const rooms = Object.keys(contract) as Room[];

export const endpointsOf = (room: Room): readonly Endpoint[] => Object.values<Endpoint>(contract[room]);

export const endpoints = rooms.flatMap(endpointsOf);

/** How API Gateway names a route. */
export const routeKeyOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>) => `${method} ${path}`;
