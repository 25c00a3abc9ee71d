import { setTimeout as sleep } from 'node:timers/promises';
import { auditCommand } from '@yibao/functions/src/audit/command';
import { macWith } from '@yibao/functions/src/audit/mac';
import { keyRowsIn } from '@yibao/functions/src/keys/key-rows';
import { keyringOf } from '@yibao/functions/src/keys/keyring';
import { linesOnDisk } from './lines-on-disk';
import { onTable } from './operators-table';

const STREAM_MS = 2000;

/** `npm run audit`. Resolves to the exit code. */
export const audit = (words: readonly string[]): Promise<number> =>
  onTable(async (at) => {
    const keys = keyringOf({ ...at, rows: keyRowsIn(at.table) });
    await keys.refresh();
    const macs = { chain: macWith(keys, 'audit-chain'), uses: macWith(keys, 'use-record') };
    return auditCommand(words, { ...at, pause: () => sleep(STREAM_MS), macs, anchorMac: macWith(keys, 'audit-anchor'), file: linesOnDisk });
  });
