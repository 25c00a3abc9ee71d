import { setTimeout as sleep } from 'node:timers/promises';
import { insuredIndexWith } from '@yibao/functions/src/crypto/digest';
import { sealerWith } from '@yibao/functions/src/crypto/sealer';
import { checkpointsIn } from '@yibao/functions/src/insured/checkpoint';
import { insuredCommand } from '@yibao/functions/src/insured/command';
import { insuredIn } from '@yibao/functions/src/insured/store';
import { keyRowsIn } from '@yibao/functions/src/keys/key-rows';
import { keyringOf } from '@yibao/functions/src/keys/keyring';
import { regionsIn } from '@yibao/functions/src/region/store';
import { csvAt } from './csv-on-disk';
import { onTable } from './operators-table';

/** `npm run insured:import`. Resolves to the exit code. */
export const insured = (words: readonly string[]): Promise<number> =>
  onTable(async (at) => {
    const keys = keyringOf({ ...at, rows: keyRowsIn(at.table) });
    await keys.refresh();
    return insuredCommand(words, {
      ...at,
      insured: insuredIn(at.table, sealerWith(keys), insuredIndexWith(keys)),
      checkpoints: checkpointsIn(at.table),
      regions: async () => new Map((await regionsIn(at.table).all()).map(({ code, open }) => [code, open])),
      open: csvAt,
      sleep: (ms) => sleep(ms),
      memory: () => process.memoryUsage.rss(),
    });
  });
