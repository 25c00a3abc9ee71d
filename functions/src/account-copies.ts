import type { Clock } from '@yibao/shared';
import type { Table } from './aws/table';
import { unbindingsKnown } from './binding/known';
import { notesIn } from './binding/store';
import { phoneIndexWith } from './crypto/digest';
import type { Keys } from './crypto/keys';
import type { Sealer } from './crypto/sealer';
import { copyOf } from './feedback/feedback';
import { reportsIn } from './feedback/store';
import { settlementsKnown } from './notice/known';
import { settlementsIn } from './notice/store';
import { changesIn } from './phone/change-store';
import { phonesKnown } from './phone/known';
import { phonesIn } from './phone/store';
import { pushesKnownIn } from './pushed/known';
import { wishesIn } from './region/wish-store';
import { walletsKnownIn } from './wallet/known';
import { walletsIn } from './wallet/store';

interface Base {
  readonly table: Table;
  readonly keys: Keys;
  readonly sealer: Sealer;
  readonly now: Clock;
}

/** What each room gives to the copy of one's own data, beside voucher, activation, consents and sessions. */
export function copiesOver({ table, keys, sealer, now }: Base) {
  const reports = reportsIn(table, sealer);
  return {
    phones: phonesKnown({ phones: phonesIn(table, sealer, phoneIndexWith(keys)), changes: changesIn(table, sealer) }),
    reported: { of: async (account: string) => (await reports.every(account)).map(copyOf) },
    unbindings: unbindingsKnown({ notes: notesIn(table) }),
    openings: { of: wishesIn(table, sealer).ofAccount },
    settlements: settlementsKnown({ settlements: settlementsIn(table) }),
    notices: pushesKnownIn(table),
    cards: walletsKnownIn({ wallets: walletsIn(table, now) }),
  };
}
