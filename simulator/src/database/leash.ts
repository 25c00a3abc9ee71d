import { type ChildProcess, spawn } from 'node:child_process';

/** Runs the program and ends it as soon as standard input closes, so that it never outlives us, however we end. */
const LEASH = 'exec 3<&0; "$@" </dev/null 3<&- & child=$!; (cat <&3 >/dev/null; kill $child 2>/dev/null) & wait $child';

export interface Leashed {
  /** Resolves with the last words of the program when it ends by itself; never after stop(). */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

const ended = (child: ChildProcess) => new Promise<void>((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve()));

/** Starts a program that ends when this process ends, but not by the Ctrl-C that this process answers in its own order. */
export function onLeash(program: string, words: readonly string[]): Leashed {
  const child = spawn('/bin/sh', ['-c', LEASH, 'leash', program, ...words], { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
  let lastWords = '';
  let stopping = false;
  child.stdin.on('error', () => {});
  child.stderr.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2000);
  });
  const died = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => {
      child.stdin.end();
      if (!stopping) resolve(lastWords.trim());
    });
  });
  return {
    died,
    async stop() {
      stopping = true;
      child.stdin.end();
      await ended(child);
    },
  };
}
