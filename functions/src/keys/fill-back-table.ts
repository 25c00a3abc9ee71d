import type { Clock } from '@yibao/shared';
import type { Row, Table } from '../aws/table';
import type { Scan } from '../aws/table-scan';
import { idNumberIndexWith } from '../crypto/digest';
import type { Keys } from '../crypto/keys';
import { pinHasherWith } from '../crypto/pin-hash';
import { sealerWith } from '../crypto/sealer';
import { kindOf, sealedOf } from '../data-map/data-map';
import { lockIn, relockPuts } from '../voucher/lock';
import type { BackfillNeeds } from './backfill';
import { backfillIn } from './backfill-row';

interface Place {
  readonly table: Table;
  readonly scan: Scan;
  readonly keys: Keys;
  readonly now: Clock;
}

/** What a back-fill needs to know of the rows of this service. */
export function fillBackIn({ table, scan, keys, now }: Place): BackfillNeeds {
  const [sealer, index, hasher] = [sealerWith(keys), idNumberIndexWith(keys), pinHasherWith(keys)];
  const isA = (kind: string, row: Row) => kindOf(row)?.kind === kind;
  return {
    table,
    scan,
    keys,
    sealer,
    now,
    backfill: backfillIn(table),
    sealedIn: (row) => sealedOf(kindOf(row)),
    async relocks(row) {
      if (!isA('voucher', row) || typeof row['idNumber'] !== 'string') return [];
      const idNumber = sealer.open(row['idNumber'], { pk: row.pk, sk: row.sk, attribute: 'idNumber' });
      return relockPuts(await lockIn(table, index, idNumber), now());
    },
    hasOldPin: (row) => isA('PIN', row) && typeof row['hash'] === 'string' && hasher.isOld(row['hash']),
  };
}
