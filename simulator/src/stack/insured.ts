import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoCopy } from '@yibao/functions/src/aws/table-copy';
import type { Key } from '@yibao/functions/src/aws/table';
import { insuredIndexWith } from '@yibao/functions/src/crypto/digest';
import { sealerWith } from '@yibao/functions/src/crypto/sealer';
import { checkpointsIn } from '@yibao/functions/src/insured/checkpoint';
import { clearingsIn } from '@yibao/functions/src/insured/clearing';
import { insuredCommand } from '@yibao/functions/src/insured/command';
import { insuredIn } from '@yibao/functions/src/insured/store';
import { keyRowsIn } from '@yibao/functions/src/keys/key-rows';
import { keyringOf } from '@yibao/functions/src/keys/keyring';
import { regionsIn } from '@yibao/functions/src/region/store';
import { csvAt } from './csv-on-disk';
import { onTable } from './operators-table';

async function removed(rows: readonly Key[], tableName: string): Promise<void> {
  const client = new DynamoDBClient({});
  try {
    await dynamoCopy(client, tableName, (ms) => sleep(ms)).remove(rows);
  } finally {
    client.destroy();
  }
}

/** `npm run insured:import`. Resolves to the exit code. */
export const insured = (words: readonly string[]): Promise<number> =>
  onTable(async (at) => {
    const keys = keyringOf({ ...at, rows: keyRowsIn(at.table) });
    await keys.refresh();
    return insuredCommand(words, {
      ...at,
      insured: insuredIn(at.table, sealerWith(keys), insuredIndexWith(keys)),
      checkpoints: checkpointsIn(at.table),
      clearings: clearingsIn(at.table),
      remove: (rows) => removed(rows, at.tableName),
      regions: async () => new Map((await regionsIn(at.table).all()).map(({ code, open }) => [code, open])),
      open: csvAt,
      sleep: (ms) => sleep(ms),
      memory: () => process.memoryUsage.rss(),
    });
  });
