export type Closer = () => void | Promise<void>;

/** Collects what must be closed; `close` does it once, the last opened first, and goes on when one of them fails. */
export function closers(): { onClose: (closer: Closer) => void; close: () => Promise<void> } {
  const open: Closer[] = [];
  return {
    onClose: (closer) => void open.push(closer),
    async close() {
      for (let closer = open.pop(); closer; closer = open.pop()) {
        try {
          await closer();
        } catch {
          continue;
        }
      }
    },
  };
}
