import type { Endpoint, Input, Output, Refusal } from '@yibao/shared';
import { useState } from 'react';
import { call } from './call';
import { refusalOf } from './refusal-of';

/** A task's life behind a button: idle, busy, then done or refused. A second tap while busy does nothing. */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const run = async (task: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    await task().catch((reason: unknown) => setRefusal(refusalOf(reason)));
    setBusy(false);
  };
  return { busy, refusal, run: (task: () => Promise<void>) => void run(task), clear: () => setRefusal(undefined) };
}

/** The same for one endpoint of the contract. */
export function useAction<E extends Endpoint>(endpoint: E, onDone: (output: Output<E>) => void) {
  const { run, ...life } = useTask();
  return { ...life, run: (input: Input<E>) => run(async () => onDone(await call(endpoint, input))) };
}
