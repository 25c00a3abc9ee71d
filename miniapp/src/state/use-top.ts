import { useEffect, useRef } from 'react';
import { toTop } from '../platform/navigate';

/** Where a page shows something else in its place, it begins at its top again: what was tapped stood at the bottom of what was there before. */
export function useTop(shown: string): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    toTop();
  }, [shown]);
}
