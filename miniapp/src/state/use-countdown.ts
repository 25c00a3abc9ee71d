import { SECOND } from '@yibao/shared';
import { useEffect, useState } from 'react';
import { steadyNow } from '../platform/clock';

/** Seconds left of a wait, counted by the clock that nobody can set; 0 when it is over. */
export function useCountdown() {
  const [end, setEnd] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const count = () => setLeft(Math.max(0, Math.ceil((end - steadyNow()) / SECOND)));
    count();
    const timer = setInterval(count, SECOND);
    return () => clearInterval(timer);
  }, [end]);
  return { left, start: (seconds: number) => setEnd(steadyNow() + seconds * SECOND) };
}
