import type { Clock } from '@yibao/shared';
import { deskFaces } from './activation/desk-face';
import { activationsIn } from './activation/store';
import { macWith } from './audit/mac';
import { trailIn } from './audit/trail';
import type { Put, Table } from './aws/table';
import { endingsOver } from './binding-needs';
import type { IdNumberIndex, PhoneIndex } from './crypto/digest';
import type { Keys } from './crypto/keys';
import type { Sealer } from './crypto/sealer';
import { ticketsForDesk } from './feedback/completing';
import { reportsIn } from './feedback/store';
import { lookupsIn } from './hotline/lookup-store';
import { casesIn } from './hotline/store';
import { journalIn } from './operator/journal';
import { operatorsIn } from './operator/store';
import { regionsIn } from './region/store';
import { codesIn } from './voucher/code-store';
import { voucherSeats } from './voucher/seats';
import { vouchersIn } from './voucher/store';
import { usesIn } from './voucher/use-store';

interface OperatorBase {
  readonly table: Table;
  readonly keys: Keys;
  readonly now: Clock;
}

interface Base extends OperatorBase {
  readonly sealer: Sealer;
  readonly idNumberIndex: IdNumberIndex;
  readonly phoneIndex: PhoneIndex;
  readonly newUnbindingNo: (now: Date) => string;
}

/** Where operators come: who they are, and the journal of all that they ask. */
export function operatorDoor({ table, keys, now }: OperatorBase) {
  return { operators: operatorsIn(table, now), witness: journalIn(table, macWith(keys, 'audit-chain'), now) };
}

/** What the room of the desk needs of all the others. */
export function hotlineNeeds(base: Base) {
  const { table, keys, sealer, idNumberIndex, now } = base;
  const vouchers = vouchersIn(table, sealer, idNumberIndex);
  return {
    vouchers,
    seats: voucherSeats({ vouchers, codes: codesIn(table, sealer) }),
    uses: usesIn(table, macWith(keys, 'use-record')),
    regions: regionsIn(table),
    trail: trailIn(table, macWith(keys, 'audit-chain')),
    told: { write: (puts: readonly Put[]) => table.write(puts) },
    lookups: lookupsIn(table),
    cases: casesIn(table),
    operators: operatorsIn(table, now),
    endings: endingsOver(base),
    tickets: ticketsForDesk({ reports: reportsIn(table, sealer), now }),
    faces: deskFaces({ activations: activationsIn(table, sealer), now }),
    now,
  };
}

/** What the room of tickets needs of the others. */
export const feedbackNeeds = ({ table, sealer, now }: Pick<Base, 'table' | 'sealer' | 'now'>) => ({
  reports: reportsIn(table, sealer),
  activations: deskFaces({ activations: activationsIn(table, sealer), now }),
  now,
});
