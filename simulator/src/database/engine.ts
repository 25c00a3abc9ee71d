import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { reservePort } from '../stack/port';
import { ask } from './dynamodb';
import { onLeash } from './leash';

export interface EngineSettings {
  /** 0 takes any free port. */
  readonly port: number;
  /** A database that is already running (DYNAMODB_ENDPOINT); then nothing is started. */
  readonly endpoint?: string | undefined;
  /** Where the data is kept; without it, in memory. */
  readonly file?: string | undefined;
}

export interface Engine {
  readonly endpoint: string;
  /** Resolves with the reason when the database ends by itself. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

export class NoDatabase extends Error {
  override readonly name = 'NoDatabase';

  constructor() {
    super(
      '没有可用的数据库：这台电脑的系统装不上 Dynoxide（目前只有 Linux x64）。请启动任意一个兼容 DynamoDB 的数据库，并用环境变量 DYNAMODB_ENDPOINT 告诉我们它的地址。\n' +
        'No database: Dynoxide could not be installed on this system (Linux x64 only). Start any DynamoDB-compatible database and name its address in DYNAMODB_ENDPOINT, e.g. http://127.0.0.1:8000.',
    );
  }
}

/** Dynoxide's program, undefined where the optional package is not installed. */
function dynoxide(): string | undefined {
  try {
    const program = require.resolve('@dynoxide/linux-x64/dynoxide');
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

const isUp = (endpoint: string) =>
  ask(endpoint, { service: 'DynamoDB', name: 'ListTables', input: {} }).then(
    () => true,
    () => false,
  );

async function untilUp(endpoint: string, died: Promise<string>): Promise<void> {
  let reason: string | undefined;
  void died.then((words) => (reason = words));
  for (let i = 0; i < 200; i += 1) {
    if (await isUp(endpoint)) return;
    if (reason !== undefined) throw new Error(`The database did not start: ${reason}`);
    await sleep(25);
  }
  throw new Error(`The database does not answer at ${endpoint}`);
}

const never = new Promise<string>(() => {});

/** Starts the database, or connects to the one that is named. Rejects with PortBusy or NoDatabase. */
export async function startEngine({ port, endpoint, file }: EngineSettings): Promise<Engine> {
  if (endpoint) {
    await untilUp(endpoint, never);
    return { endpoint, died: never, stop: async () => {} };
  }
  const program = dynoxide();
  if (!program) throw new NoDatabase();
  const taken = await reservePort('database', port);
  const running = onLeash(program, ['--port', String(taken), ...(file ? ['--db-path', file] : [])]);
  const started = `http://127.0.0.1:${taken}`;
  await untilUp(started, running.died).catch(async (error: unknown) => {
    await running.stop();
    throw error;
  });
  return { endpoint: started, died: running.died.then((words) => `数据库停止了 / the database ended: ${words}`), stop: () => running.stop() };
}
