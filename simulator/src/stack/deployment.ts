import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { follow, type Positions } from '../database/follow';
import { keepPositions, keptPositions } from '../database/kept-positions';
import { streamOf } from '../database/shards';
import { createTable } from '../database/table';
import { startGateway } from '../gateway/gateway';
import type { Closer } from './closers';
import type { DataFolder } from './data-folder';
import { FOLLOWERS, openRooms, type Rooms } from './rooms';
import type { Place } from './seed';

/** Where the service is put up. */
export interface Ground {
  readonly place: Place;
  readonly folder: DataFolder;
  /** Where the API shall listen, 127.0.0.1. */
  readonly port: number;
  readonly onClose: (closer: Closer) => void;
}

export interface Served {
  readonly api: string;
  /** Loads the functions' bundles again. */
  readonly reload: () => Promise<void>;
}

/** What a bureau deploys: the table, and the functions behind an API that live on it. */
export interface Deployment {
  readonly table: string;
  createTable(endpoint: string): Promise<void>;
  serve(ground: Ground): Promise<Served>;
}

/** The name of the local table. */
export const TABLE = 'yibao';

const ROOT = resolve(__dirname, '../../..');

const now = () => new Date();

type FollowerName = keyof typeof FOLLOWERS;

/** Each follower goes through the stream at its own pace. */
async function following({ place, folder, onClose }: Ground, [name, rooms]: readonly [FollowerName, Rooms]): Promise<void> {
  const file = folder.file(name === 'reactions' ? 'stream-position.json' : `stream-position-${name}.json`);
  const follower = follow({
    stream: await streamOf(place.endpoint, place.table),
    positions: keptPositions(file),
    keep: (positions: Positions) => keepPositions(file, positions),
    hand: (Records) => rooms.invoke(name, { Records }, FOLLOWERS[name]) as Promise<null>,
    putAside: (number) => appendFileSync(folder.file('logs/put-aside.log'), `${name} ${number}\n`),
  });
  onClose(() => follower.stop());
}

/** The contract's routes and the bundles of functions/dist. */
export const fromContract: Deployment = {
  table: TABLE,
  createTable: (endpoint) => createTable(endpoint, TABLE),
  async serve(ground) {
    const { place, folder, port, onClose } = ground;
    const rooms = await openRooms({ bundles: resolve(ROOT, 'functions/dist'), place, folder, api: `http://127.0.0.1:${port}` });
    onClose(() => rooms.stop());
    for (const name of ['reactions', 'pushes'] as const) await following(ground, [name, rooms]);
    const file = folder.file('logs/api.log');
    const gateway = await startGateway({ port, invoke: (...call) => rooms.invoke(...call), now, log: (line) => appendFileSync(file, `${line}\n`) });
    onClose(() => gateway.stop());
    return { api: gateway.url, reload: () => rooms.reload() };
  },
};
