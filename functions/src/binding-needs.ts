import type { Clock } from '@yibao/shared';
import { activationEndings } from './activation/ending';
import { activationsIn } from './activation/store';
import { macWith } from './audit/mac';
import { trailIn } from './audit/trail';
import type { Table } from './aws/table';
import { bindingEndings, type EndingNeeds, type RoomEnding } from './binding/ending';
import { closingsIn, notesIn } from './binding/store';
import type { IdNumberIndex, PhoneIndex } from './crypto/digest';
import type { Keys } from './crypto/keys';
import type { Sealer } from './crypto/sealer';
import { phoneEndings } from './phone/ending';
import { phonesIn } from './phone/store';
import { sessionEndings } from './session/ending';
import { sessionsIn } from './session/store';
import { codesIn } from './voucher/code-store';
import { voucherSeats } from './voucher/seats';
import { vouchersIn } from './voucher/store';
import { walletEndingsOver } from './wallet-needs';

interface Base {
  readonly table: Table;
  readonly keys: Keys;
  readonly sealer: Sealer;
  readonly idNumberIndex: IdNumberIndex;
  readonly phoneIndex: PhoneIndex;
  readonly newUnbindingNo: (now: Date) => string;
  readonly now: Clock;
}

/** What every room has of a binding and ends with it. */
function roomEndings({ table, sealer, phoneIndex, now }: Base): readonly RoomEnding[] {
  const activations = activationEndings({ activations: activationsIn(table, sealer), now });
  return [
    { ending: async (_voucherId, accounts) => (await Promise.all(accounts.map((account) => activations.ending(account)))).flat() },
    phoneEndings({ phones: phonesIn(table, sealer, phoneIndex), now }),
    walletEndingsOver({ table, now }),
  ];
}

/** How bindings end, for the rooms that end them: their holder's, and the hotline's. */
export function endingsOver(base: Base) {
  const { table, keys, sealer, idNumberIndex, newUnbindingNo, now } = base;
  const needs: EndingNeeds = {
    vouchers: voucherSeats({ vouchers: vouchersIn(table, sealer, idNumberIndex), codes: codesIn(table, sealer) }),
    rooms: roomEndings(base),
    sessions: sessionEndings({ sessions: sessionsIn(table, sealer), now }),
    notes: notesIn(table),
    trail: trailIn(table, macWith(keys, 'audit-chain')),
    newUnbindingNo,
    now,
  };
  return bindingEndings(needs);
}

/** What the room of bindings needs of all the others. */
export function bindingNeeds(base: Base) {
  const { table, keys, sealer, idNumberIndex, now } = base;
  const vouchers = vouchersIn(table, sealer, idNumberIndex);
  return {
    holders: { voucherOf: async (account: string) => (await vouchers.bindingOf(account))?.voucherId },
    vouchers: { ...voucherSeats({ vouchers, codes: codesIn(table, sealer) }), wasBound: (voucherId: string, binding: string) => vouchers.wasBound(voucherId, binding) },
    trail: trailIn(table, macWith(keys, 'audit-chain')),
    now,
    notes: notesIn(table),
    closings: closingsIn(table),
    endings: endingsOver(base),
  };
}
