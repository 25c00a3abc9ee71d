import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Calls, type Message } from './calls';

export interface SandboxSettings {
  readonly name: string;
  /** The bundle, an ES module that exports `handler`. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the function prints is appended here. */
  readonly logFile: string;
}

export interface Sandbox {
  /** The handler's answer, as it is after JSON. Rejects with FunctionFailed, or TimedOut after `timeoutMs`. */
  invoke(event: unknown, timeoutMs: number): Promise<unknown>;
  stop(): Promise<void>;
}

const SCRIPT = resolve(__dirname, '../../bin/sandbox.mjs');

function threadOf({ name, file, env, logFile }: SandboxSettings): Worker {
  const thread = new Worker(SCRIPT, { name, env: { ...env }, workerData: { name, file }, stdout: true, stderr: true });
  const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  thread.stdout.pipe(log, { end: false });
  thread.stderr.pipe(log, { end: false });
  thread.once('exit', () => log.end());
  return thread;
}

const readinessOf = (thread: Worker, { name, logFile }: SandboxSettings) =>
  new Promise<Worker>((ready, fail) => {
    thread.once('message', () => ready(thread));
    thread.once('error', (error) => fail(new Error(`Lambda ${name} did not start. ${error.message}`)));
    thread.once('exit', () => fail(new Error(`Lambda ${name} ended while starting; see ${logFile}`)));
  });

/** Starts the function in a thread with its own environment and modules; one that dies is started again by its next call. */
export async function startSandbox(settings: SandboxSettings): Promise<Sandbox> {
  const calls = new Calls(settings.name);
  let running: Promise<Worker> | undefined;

  const start = () => {
    const thread = threadOf(settings);
    thread.on('message', (message: Message) => calls.settle(message));
    thread.on('error', () => {});
    thread.once('exit', () => {
      running = undefined;
      calls.abandon();
    });
    running = readinessOf(thread, settings);
    return running;
  };

  await start();
  return {
    async invoke(event, timeoutMs) {
      const thread = await (running ?? start());
      const deadline = Date.now() + timeoutMs;
      return calls.ask(timeoutMs, (id) => thread.postMessage({ id, event, requestId: id, deadline }));
    },
    async stop() {
      await (await running)?.terminate();
    },
  };
}
