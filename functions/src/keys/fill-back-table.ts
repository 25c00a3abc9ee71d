import type { Clock } from '@yibao/shared';
import type { Row, Table } from '../aws/table';
import type { Scan } from '../aws/table-scan';
import { idNumberIndexWith, phoneIndexWith } from '../crypto/digest';
import type { Keys } from '../crypto/keys';
import { pinHasherWith } from '../crypto/pin-hash';
import { sealerWith } from '../crypto/sealer';
import { kindOf, sealedOf } from '../data-map/data-map';
import { phoneLockIn, phoneRelockPuts } from '../phone/lock';
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
  const opened = (row: Row, attribute: string) => sealer.open(String(row[attribute]), { pk: row.pk, sk: row.sk, attribute });
  return {
    table,
    scan,
    keys,
    sealer,
    now,
    backfill: backfillIn(table),
    sealedIn: (row) => sealedOf(kindOf(row)),
    async relocks(row) {
      if (isA('voucher', row) && row['idNumber'] !== undefined) return relockPuts(await lockIn(table, index, opened(row, 'idNumber')), now());
      if (isA('phone of a binding', row) && row['phone'] !== undefined) return phoneRelockPuts(await phoneLockIn(table, phoneIndexWith(keys), opened(row, 'phone')), now());
      return [];
    },
    hasOldPin: (row) => isA('PIN', row) && typeof row['hash'] === 'string' && hasher.isOld(row['hash']),
  };
}
