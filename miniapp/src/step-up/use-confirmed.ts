import { useState } from 'react';
import { useTask } from '../api/use-action';
import { attempt, type Work } from './attempt';

/** An action whose confirmation is asked for where the service wants it, and which then repeats itself, once. */
export function useConfirmed() {
  const { busy, refusal, run, clear } = useTask();
  const [waiting, setWaiting] = useState<Work>();
  const start = (work: Work) =>
    run(async () => {
      if ((await attempt(work)) === 'unconfirmed') setWaiting(() => work);
    });
  const repeat = () => {
    setWaiting(undefined);
    if (waiting) run(waiting);
  };
  return { busy, refusal, clear, run: start, asking: waiting !== undefined, repeat, cancel: () => setWaiting(undefined) };
}

export type Confirmed = ReturnType<typeof useConfirmed>;
