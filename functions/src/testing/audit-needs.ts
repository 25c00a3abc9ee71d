import { AnchorBroken } from '../audit/anchor';
import type { AuditCommandNeeds } from '../audit/command';
import { macWith } from '../audit/mac';
import { keysFrom } from '../crypto/keys';
import type { Row } from '../aws/table';
import type { Desk } from './desk';
import { memoryScan } from './memory-scan';

/** Lines by path, as an operator's folder would hold them. */
export type Folder = Map<string, readonly string[]>;

async function* linesIn(folder: Folder, path: string): AsyncGenerator<string> {
  const lines = folder.get(path);
  if (!lines) throw new AnchorBroken('no such file');
  yield* lines;
}

async function written(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

/** What `npm run audit` works with, on a desk in memory. */
export const auditNeeds = (desk: Desk, said: string[], folder: Folder = new Map()): AuditCommandNeeds => ({
  table: desk.table,
  scan: memoryScan(desk.table as unknown as { rows: Map<string, Row> }),
  macs: desk.macs,
  anchorMac: macWith(keysFrom('a root key that is only for tests, 32+'), 'audit-anchor'),
  now: () => desk.clock.at,
  pause: () => Promise.resolve(),
  print: (line) => void said.push(line),
  file: (path) => ({ lines: () => linesIn(folder, path), write: async (lines) => void folder.set(path, await written(lines)) }),
});
