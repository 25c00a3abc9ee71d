import type { Clock } from '@yibao/shared';

export interface ProgressNeeds {
  readonly now: Clock;
  /** Bytes of memory that this process holds. */
  readonly memory: () => number;
  readonly print: (line: string) => void;
}

const MB = 1024 ** 2;
const TENTH = 10;

/** Says at every tenth of a file how far it is, how fast, and with how much memory. */
export function progressOf(size: number, { now, memory, print }: ProgressNeeds) {
  const began = now().getTime();
  let [said, largest] = [0, 0];
  const speedOf = (lines: number) => Math.round((lines * 1000) / Math.max(1, now().getTime() - began));
  return {
    at(read: number, lines: number): void {
      largest = Math.max(largest, memory());
      const tenth = Math.floor((read * TENTH) / size);
      if (tenth <= said) return;
      said = tenth;
      print(`${String(tenth * TENTH).padStart(3)}%  ${lines} 行 lines  ${speedOf(lines)} 行/秒 a second  内存 memory ${Math.round(memory() / MB)} MB`);
    },
    end: (lines: number) => `${speedOf(lines)} 行/秒 lines a second，最大内存 peak memory ${Math.round(largest / MB)} MB`,
  };
}
