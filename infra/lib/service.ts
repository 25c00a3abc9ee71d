import { type Room } from '@yibao/shared';
import { Construct } from 'constructs';
import type { Edge } from './edge';
import { rooms } from './endpoints';
import { HttpEdge } from './http-edge';
import { RestEdge } from './rest-edge';
import { RoomFunction, type Site } from './room-function';

/** One function for each room of the contract, and the edge at which their callers arrive. */
export class Service extends Construct {
  readonly edge: Edge;
  readonly rooms: readonly RoomFunction[];

  constructor(scope: Construct, id: string, site: Site) {
    super(scope, id);
    const functions = new Map<Room, RoomFunction>(rooms.map((room) => [room, new RoomFunction(this, room, site)]));
    this.rooms = [...functions.values()];
    const EdgeOf = site.bureau.edge === 'rest' ? RestEdge : HttpEdge;
    this.edge = new EdgeOf(this, 'Edge', { functions, site });
  }
}
