import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contract, PUSH_RATES, restMs, takeOperatorToken, takeToken, type Way, WAYS } from '@yibao/shared';
import { LOCAL_AWS } from '../database/dynamodb';
import { type Sandbox, startSandbox } from '../gateway/sandbox';
import { type DataFolder, masterKeyIn } from './data-folder';
import type { Place } from './seed';

/** The Lambdas that read the table's stream, and how long they may take over a batch. */
export const FOLLOWERS = { reactions: 15_000, pushes: 15_000 } as const;

export const courierOf = (way: Way) => `courier-${way}`;

const COURIERS = WAYS.map(courierOf);

/** Rooms that speak to WeChat, Alipay, SMS and the bureau; the others do not learn those credentials. */
const WITH_PLATFORMS = new Set(['session', 'activation', 'phone', 'notice', 'wallet', ...COURIERS]);

/** Who leaves errands, and for which ways. */
const LEAVES: Readonly<Record<string, readonly Way[]>> = { pushes: WAYS, [courierOf('weapp')]: ['sms'], [courierOf('alipay')]: ['sms'] };

/** Rooms where somebody signs in by a key, and the address for which assertions must be meant. */
const TOKEN_PATHS: Readonly<Record<string, string>> = { institution: takeToken.path, operator: takeOperatorToken.path };

const NAMES = [...Object.keys(contract), ...Object.keys(FOLLOWERS), ...COURIERS];

export interface RoomsSettings {
  /** Folder of the bundles. */
  readonly bundles: string;
  readonly place: Place;
  readonly folder: DataFolder;
  /** Address of the API. */
  readonly api: string;
  /** Address of the queues. */
  readonly queues: string;
}

export interface Rooms {
  invoke(room: string, event: unknown, timeoutMs: number): Promise<unknown>;
  /** Loads all bundles again and ends the old ones. */
  reload(): Promise<void>;
  stop(): Promise<void>;
}

export class NotBuilt extends Error {
  override readonly name = 'NotBuilt';

  constructor(file: string) {
    super(`还没有构建服务：缺少 ${file}。请先运行 npm run build:functions。\nThe service is not built: ${file} is missing. Run npm run build:functions first.`);
  }
}

const queueNames = (room: string, queues: string) => Object.fromEntries((LEAVES[room] ?? []).map((way) => [`QUEUE_${way.toUpperCase()}`, `${queues}/${way}`]));

const restOf = (room: string) => Object.fromEntries(WAYS.filter((way) => courierOf(way) === room).map((way) => ['REST_MS', String(restMs(PUSH_RATES[way]))]));

function environmentOf(room: string, { place, folder, api, queues }: RoomsSettings): Record<string, string> {
  return {
    ...LOCAL_AWS,
    AWS_ENDPOINT_URL_DYNAMODB: place.endpoint,
    AWS_ENDPOINT_URL_SQS: queues,
    ...queueNames(room, queues),
    ...restOf(room),
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    TABLE_NAME: place.table,
    KEY_PROVIDER: pathToFileURL(masterKeyIn(folder.path)).href,
    ...(WITH_PLATFORMS.has(room) ? { PLATFORM_SECRET: pathToFileURL(folder.file('secrets/platform.json')).href } : {}),
    ...(TOKEN_PATHS[room] === undefined ? {} : { TOKEN_ENDPOINT: `${api}${TOKEN_PATHS[room]}` }),
  };
}

function open(room: string, settings: RoomsSettings): Promise<Sandbox> {
  const file = join(settings.bundles, `${room}.mjs`);
  if (!existsSync(file)) throw new NotBuilt(file);
  return startSandbox({ name: room, file, env: environmentOf(room, settings), logFile: settings.folder.file(`logs/${room}.log`) });
}

async function openAll(settings: RoomsSettings): Promise<Map<string, Sandbox>> {
  const opened = await Promise.allSettled(NAMES.map(async (room) => [room, await open(room, settings)] as const));
  const failed = opened.find((one) => one.status === 'rejected');
  const rooms = new Map(opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
  if (failed) {
    await close(rooms);
    throw failed.reason;
  }
  return rooms;
}

const close = (rooms: ReadonlyMap<string, Sandbox>) => Promise.all([...rooms.values()].map((room) => room.stop()));

/** Starts every Lambda of the service in a thread of its own. Rejects with NotBuilt, or the reason why one did not start. */
export async function openRooms(settings: RoomsSettings): Promise<Rooms> {
  let rooms = await openAll(settings);
  return {
    invoke: (room, event, timeoutMs) => rooms.get(room)!.invoke(event, timeoutMs),
    async reload() {
      const before = rooms;
      rooms = await openAll(settings);
      await close(before);
    },
    async stop() {
      await close(rooms);
    },
  };
}
