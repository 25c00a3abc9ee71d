import type { Clock } from '@yibao/shared';
import { macWith } from './audit/mac';
import { trailIn } from './audit/trail';
import type { Table } from './aws/table';
import { type IdNumberIndex, phoneIndexWith } from './crypto/digest';
import type { Keys } from './crypto/keys';
import type { Sealer } from './crypto/sealer';
import { changesIn } from './phone/change-store';
import { phonesIn } from './phone/store';
import { vouchersIn } from './voucher/store';

interface Base {
  readonly table: Table;
  readonly keys: Keys;
  readonly sealer: Sealer;
  readonly idNumberIndex: IdNumberIndex;
  readonly now: Clock;
}

/** What the phone room has of the table. */
export function phoneNeeds({ table, keys, sealer, idNumberIndex, now }: Base) {
  const vouchers = vouchersIn(table, sealer, idNumberIndex);
  return {
    now,
    bindings: { of: (account: string) => vouchers.bindingOf(account) },
    phones: phonesIn(table, sealer, phoneIndexWith(keys)),
    changes: changesIn(table, sealer),
    trail: trailIn(table, macWith(keys, 'audit-chain')),
  };
}
