import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Positions } from './follow';

/** Where the last run stopped, from a file; empty where there is none. */
export function keptPositions(file: string): Positions {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Positions;
  } catch {
    return {};
  }
}

export function keepPositions(file: string, positions: Positions): void {
  writeFileSync(`${file}.new`, JSON.stringify(positions), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
