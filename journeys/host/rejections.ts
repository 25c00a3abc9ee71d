import { runInThisContext } from 'node:vm';
import { type Host } from './program/host';

/** A test runner may give tests a copy of `process` that hears nothing; this is the one that Node tells. */
const machine = runInThisContext('process') as NodeJS.Process;

const running = new Set<Host>();

const listener = (reason: unknown, promise: unknown): void => {
  const host = [...running].find((each) => each.owns(promise));
  if (host !== undefined) host.uncaught('unhandled-rejection', 'promise', reason);
  // not the app's: what Node would have done without us, unless somebody else listens
  else if (machine.listenerCount('unhandledRejection') === 1) throw reason;
};

/** Notes promises of the app that were rejected without anybody listening; returns how to stop. */
export const watchRejections = (host: Host): (() => void) => {
  if (running.size === 0) machine.on('unhandledRejection', listener);
  running.add(host);
  return () => {
    running.delete(host);
    if (running.size === 0) machine.off('unhandledRejection', listener);
  };
};
