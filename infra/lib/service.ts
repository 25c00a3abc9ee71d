import { type Room } from '@yibao/shared';
import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Edge } from './edge';
import { rooms } from './endpoints';
import { HttpEdge } from './http-edge';
import { RestEdge } from './rest-edge';
import { RoomFunction, type Site } from './room-function';

/** A phone that lost its storage names itself anew once; more are somebody's doing. */
const COPIES_IN_FIVE_MINUTES = 10;

/** One function for each room of the contract, and the edge at which their callers arrive. */
export class Service extends Construct {
  readonly edge: Edge;
  readonly rooms: readonly RoomFunction[];

  constructor(scope: Construct, id: string, site: Site) {
    super(scope, id);
    const functions = new Map<Room, RoomFunction>(rooms.map((room) => [room, new RoomFunction(this, room, site)]));
    this.rooms = [...functions.values()];
    this.watchDevices(site);
    const EdgeOf = site.bureau.edge === 'rest' ? RestEdge : HttpEdge;
    this.edge = new EdgeOf(this, 'Edge', { functions, site });
  }

  /** A session on a device that it was not begun on is a copied one: the rooms' logs say so (`functions/src/token-fault.ts`), counted together. */
  private watchDevices({ alarms }: Site): void {
    const [metric] = this.rooms.map(({ logs }) => logs.counting('other device', { name: 'sessions-on-other-devices', period: Duration.minutes(5) }));
    alarms.watch(this, 'OtherDevices', { metric: metric!, from: COPIES_IN_FIVE_MINUTES, says: 'Sessions are used on devices that they were not begun on', runbook: 'refused-sign-ins' });
  }
}
