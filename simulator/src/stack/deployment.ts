import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PUSH_QUEUE, type Way, WAYS } from '@yibao/shared';
import type { BatchAnswer } from '../database/deliver';
import { follow, type Positions } from '../database/follow';
import { keepPositions, keptPositions } from '../database/kept-positions';
import { streamOf } from '../database/shards';
import { createTable } from '../database/table';
import { startGateway } from '../gateway/gateway';
import { carry } from '../queue/carry';
import { type Fifo, fifo, type Letter } from '../queue/fifo';
import { startSqs } from '../queue/sqs';
import type { Closer } from './closers';
import type { DataFolder } from './data-folder';
import type { Overheard } from './overheard';
import { courierOf, FOLLOWERS, openRooms, type Rooms } from './rooms';
import type { Place } from './seed';

/** Where the service is put up. */
export interface Ground {
  readonly place: Place;
  readonly folder: DataFolder;
  /** Where the API shall listen, 127.0.0.1. */
  readonly port: number;
  readonly onClose: (closer: Closer) => void;
  readonly overheard?: Overheard | undefined;
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

/** Hands records to a function of this name, heard by whoever listens. */
const handing = ({ overheard }: Ground, rooms: Rooms, [name, timeoutMs]: readonly [string, number]) => (Records: readonly unknown[]) => {
  overheard?.handed(name, Records);
  return rooms.invoke(name, { Records }, timeoutMs);
};

/** Each follower goes through the stream at its own pace. */
async function following(ground: Ground, [name, rooms]: readonly [FollowerName, Rooms]): Promise<void> {
  const { place, folder, onClose } = ground;
  const file = folder.file(name === 'reactions' ? 'stream-position.json' : `stream-position-${name}.json`);
  const follower = follow({
    stream: await streamOf(place.endpoint, place.table),
    positions: keptPositions(file),
    keep: (positions: Positions) => keepPositions(file, positions),
    hand: handing(ground, rooms, [name, FOLLOWERS[name]]) as (records: readonly unknown[]) => Promise<null>,
    putAside: (number) => appendFileSync(folder.file('logs/put-aside.log'), `${name} ${number}\n`),
  });
  onClose(() => follower.stop());
}

/** What failed is tried again sooner than in a bureau, where nobody looks on. */
const AGAIN_MS = 2000;

const QUEUES_FILE = 'queues.json';

/** The queues of the ways. What waits in them when the stack stops is there when it starts again. */
function queuesIn({ folder, onClose }: Ground): Readonly<Record<Way, Fifo>> {
  const ofWay = (way: Way) => fifo({ now: Date.now, againMs: AGAIN_MS, tries: PUSH_QUEUE.tries, putAside: ({ id }) => appendFileSync(folder.file('logs/put-aside.log'), `${way} ${id}\n`) });
  const queues = { weapp: ofWay('weapp'), alipay: ofWay('alipay'), sms: ofWay('sms') };
  const left = folder.kept(QUEUES_FILE, (): Partial<Record<Way, readonly Letter[]>> => ({}));
  for (const way of WAYS) for (const { body, group } of left[way] ?? []) queues[way].send(body, group);
  onClose(() => folder.write(QUEUES_FILE, Object.fromEntries(WAYS.map((way) => [way, queues[way].left()]))));
  return queues;
}

function carrying(queues: ReturnType<typeof queuesIn>, rooms: Rooms, ground: Ground): void {
  for (const way of WAYS) {
    const hand = handing(ground, rooms, [courierOf(way), PUSH_QUEUE.timeoutSeconds * 1000]) as (records: readonly unknown[]) => Promise<BatchAnswer | null>;
    const carrier = carry({ queue: queues[way], batchSize: PUSH_QUEUE.batchSize, couriers: PUSH_QUEUE.couriers, hand });
    ground.onClose(() => carrier.stop());
  }
}

/** The contract's routes and the bundles of functions/dist. */
export const fromContract: Deployment = {
  table: TABLE,
  createTable: (endpoint) => createTable(endpoint, TABLE),
  async serve(ground) {
    const { place, folder, port, onClose } = ground;
    const queues = queuesIn(ground);
    const sqs = await startSqs(queues);
    onClose(() => sqs.stop());
    const rooms = await openRooms({ bundles: resolve(ROOT, 'functions/dist'), place, folder, api: `http://127.0.0.1:${port}`, queues: sqs.url });
    onClose(() => rooms.stop());
    carrying(queues, rooms, ground);
    for (const name of ['reactions', 'pushes'] as const) await following(ground, [name, rooms]);
    const file = folder.file('logs/api.log');
    const gateway = await startGateway({ port, invoke: (...call) => rooms.invoke(...call), now, heard: ground.overheard?.exchange, log: (line) => appendFileSync(file, `${line}\n`) });
    onClose(() => gateway.stop());
    return { api: gateway.url, reload: () => rooms.reload() };
  },
};
