import type { Clock } from '@yibao/shared';
import { copiesOver } from './account-copies';
import { closingsWith } from './account/closing';
import { closingsIn } from './account/store';
import { activationEndings, activationViews } from './activation/ending';
import { provenPersons } from './activation/proven';
import { activationsIn } from './activation/store';
import { macWith } from './audit/mac';
import { trailIn } from './audit/trail';
import type { Table } from './aws/table';
import { notesIn } from './binding/store';
import { consentRecords } from './consent/recording';
import { consentsIn } from './consent/store';
import { type IdNumberIndex, phoneIndexWith } from './crypto/digest';
import type { Keys } from './crypto/keys';
import type { Sealer } from './crypto/sealer';
import { changesIn } from './phone/change-store';
import { reportsIn } from './feedback/store';
import { phoneEndings } from './phone/ending';
import { phonesIn } from './phone/store';
import { regionsIn } from './region/store';
import { wishesIn } from './region/wish-store';
import { type Asking, endOthers, viewsFor } from './session/own-sessions';
import { sessionsIn } from './session/store';
import { pinAskedOf } from './voucher/arriving-pin';
import { voucherClosings } from './voucher/closing';
import { codesIn } from './voucher/code-store';
import { holdersIn } from './voucher/holder-data';
import { leftBehind } from './voucher/left-behind';
import { vouchersIn } from './voucher/store';
import { usesIn } from './voucher/use-store';
import { walletEndingsOver } from './wallet-needs';

interface Base {
  readonly table: Table;
  readonly keys: Keys;
  readonly sealer: Sealer;
  readonly idNumberIndex: IdNumberIndex;
  readonly now: Clock;
}

/** What the rooms about a whole account need of all the others: to export it and to close it. */
export function accountNeeds({ table, keys, sealer, idNumberIndex, now }: Base) {
  const vouchers = vouchersIn(table, sealer, idNumberIndex);
  const activations = activationsIn(table, sealer);
  const consents = consentsIn(table);
  const trail = trailIn(table, macWith(keys, 'audit-chain'));
  const admissions = { exists: pinAskedOf({ vouchers }) };
  const consented = consentRecords({ consents, now });
  const phones = phonesIn(table, sealer, phoneIndexWith(keys));
  const changes = changesIn(table, sealer);
  const reports = reportsIn(table, sealer);
  const notes = notesIn(table);
  const wishes = wishesIn(table, sealer);
  const left = leftBehind({ vouchers, proven: provenPersons({ activations, now }) });
  const holders = holdersIn({ vouchers, uses: usesIn(table, macWith(keys, 'use-record')), trail, left });
  const sessions = { sessions: sessionsIn(table, sealer), holders, now };
  return {
    now,
    consents,
    consented,
    trail,
    holders,
    ...copiesOver({ table, keys, sealer, now }),
    ownSessions: { viewsFor: (caller: Asking) => viewsFor(caller, sessions) },
    progress: activationViews({ activations, regions: regionsIn(table), admissions, now }),
    closing: closingsWith({
      vouchers: voucherClosings({ vouchers, codes: codesIn(table, sealer), trail, left, now }),
      activations: activationEndings({ activations, now }),
      consents: consented,
      tickets: { ending: (account: string) => reports.erasing(account, now()) },
      notes: { ending: (account: string) => notes.erasing(account, now()) },
      wishes: { ending: (account: string) => wishes.ending(account, now()) },
      phones: { ...phoneEndings({ phones, now }), forgetting: (account: string) => changes.forgetting(account, now()) },
      wallets: walletEndingsOver({ table, now }),
      closings: closingsIn(table),
      otherSessions: { end: (caller: Asking) => endOthers(caller, sessions) },
      holders,
      now,
    }),
  };
}
