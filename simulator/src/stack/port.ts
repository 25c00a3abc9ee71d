import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type PortName = 'api' | 'web' | 'outside' | 'database';

/** A server that answers on 127.0.0.1. */
export interface Listening {
  /** e.g. http://127.0.0.1:8787, without a slash at the end */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** The option and the environment variable that choose another port. */
export const optionOf = (name: PortName) => `--${name}-port`;
export const variableOf = (name: PortName) => `YIBAO_${name.toUpperCase()}_PORT`;

export class PortBusy extends Error {
  override readonly name = 'PortBusy';

  constructor(name: PortName, port: number) {
    super(
      `端口 ${port}（${name}）已被别的程序占用。请停掉那个程序，或换一个端口：npm start -- ${optionOf(name)} ${port + 100}（或环境变量 ${variableOf(name)}）。\n` +
        `Port ${port} (${name}) is in use. Stop that program, or choose another port: npm start -- ${optionOf(name)} ${port + 100} (or set ${variableOf(name)}).`,
    );
  }
}

/** Listens on 127.0.0.1 (port 0: any free one). Rejects with PortBusy where the port is taken. */
export async function listenOn(server: Server, { port, name }: { port: number; name: PortName }): Promise<Listening> {
  await new Promise<void>((listening, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(error.code === 'EADDRINUSE' ? new PortBusy(name, port) : error));
    server.listen(port, '127.0.0.1', () => listening());
  });
  const taken = (server.address() as AddressInfo).port;
  const stop = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${taken}`, port: taken, stop };
}

/** Below the ports that systems give to outgoing connections, so that none of those takes a reserved port before its server listens. */
const FREE_PORTS = { from: 20_000, to: 32_000 };
const DRAWS = 50;

async function freePort(name: PortName, draws = DRAWS): Promise<number> {
  const port = randomInt(FREE_PORTS.from, FREE_PORTS.to);
  try {
    return await reservePort(name, port);
  } catch (error) {
    if (!(error instanceof PortBusy) || draws <= 1) throw error;
    return freePort(name, draws - 1);
  }
}

/** The port asked for if it is free, or any free one for 0. Rejects with PortBusy. */
export async function reservePort(name: PortName, port: number): Promise<number> {
  if (port === 0) return freePort(name);
  const trial = await listenOn(createServer(), { port, name });
  await trial.stop();
  return trial.port;
}

/** Rejects with PortBusy when one of the ports is taken. */
export async function checkPorts(ports: Readonly<Partial<Record<PortName, number>>>): Promise<void> {
  for (const [name, port] of Object.entries(ports)) await reservePort(name as PortName, port);
}
