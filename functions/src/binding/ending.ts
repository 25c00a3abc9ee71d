import { type Channel, type Clock, Refusal, type UnbindReason, type Unbinding } from '@yibao/shared';
import type { Deed } from '../audit/entry';
import type { Trail } from '../audit/trail';
import { type Put, unlessWritten } from '../aws/table';
import { type Closer, deedOf, withCount } from './closing';
import type { Noting } from './note';

/** A live binding as it was read, and how it ends. */
export interface Seat {
  /** The name that its holder knows. */
  readonly id: string;
  readonly account: string;
  readonly channel: Channel;
  readonly boundAt: string;
  /** The device that shows its codes. */
  readonly device: string;
  readonly usedAt: string;
  /** Its own rows and its code's, ended. */
  ending(now: Date): Promise<readonly Put[]>;
}

/** The live bindings of a voucher, and the version of the voucher's row from before they were read. */
export interface Seats {
  readonly version: number;
  readonly seats: readonly Seat[];
}

/** What one room has of bindings and ends with them: their activations, their phone numbers. */
export interface RoomEnding {
  ending(voucherId: string, accounts: readonly string[], now: Date): Promise<readonly Put[]>;
}

export interface EndingNeeds {
  readonly vouchers: {
    seatsOf(voucherId: string): Promise<Seats | undefined>;
    /** The PIN of a voucher to which nothing is bound any more. */
    pinEnding(voucherId: string, now: Date): Promise<readonly Put[]>;
  };
  readonly rooms: readonly RoomEnding[];
  readonly sessions: {
    /** Rows that end the live sessions of these accounts, at most so many; what is beyond that has ended when this returns. */
    ending(accounts: readonly string[], most: number): Promise<readonly Put[]>;
  };
  readonly notes: { adding(noting: Noting): Promise<readonly Put[]> };
  readonly trail: Pick<Trail, 'telling'>;
  readonly newUnbindingNo: (now: Date) => string;
  readonly now: Clock;
}

export interface Ask {
  readonly voucherId: string;
  /** Which of the live bindings end; may throw a refusal. */
  readonly choose: (seats: readonly Seat[]) => readonly Seat[];
  readonly by: Closer;
  readonly reason: UnbindReason;
}

export interface Ended {
  readonly unbinding: Unbinding;
  /** The accounts that are bound no more. */
  readonly accounts: readonly string[];
  /** To be written in one transaction, with at most SPARE_ROWS of the asking room's own. Voucher, trail and PIN are among them. */
  readonly puts: readonly Put[];
}

/** A transaction has 100 rows (DynamoDB). */
const MOST_ROWS = 100;
const SPARE_ROWS = 8;

/** What was read of the voucher's bindings holds only if nobody arrived since. */
const telling = async (deed: Deed, { version, by, reason }: { version: number } & Pick<Ask, 'by' | 'reason'>, { trail, now }: EndingNeeds) =>
  unlessWritten(await trail.telling(deed, (row) => (by.kind === 'holder' ? withCount(row, reason, now()) : row)), version);

/**
 * How bindings of a voucher end, for the holder and for the hotline: all that makes them work ends in the transaction in which the rows are
 * written; to be run with `untilUndisturbed`. The voucher stays, with its lock. Throws BINDING_NOT_FOUND where nothing is chosen,
 * UNBIND_TOO_MANY for the holder's fourth in a day that is not for safety.
 */
export const bindingEndings = (needs: EndingNeeds) => ({
  async ending({ voucherId, choose, by, reason }: Ask): Promise<Ended> {
    const found = await needs.vouchers.seatsOf(voucherId);
    const chosen = found ? choose(found.seats) : [];
    if (!found || chosen.length === 0) throw new Refusal('BINDING_NOT_FOUND');
    const now = needs.now();
    const left = found.seats.filter((seat) => !chosen.includes(seat));
    const unbinding = { receipt: needs.newUnbindingNo(now), closedAt: now.toISOString(), closed: chosen.map(({ channel }) => channel), left: left.length };
    const accounts = chosen.map(({ account }) => account);
    const told = await telling(deedOf({ voucherId, chosen, left, by, reason }, unbinding), { version: found.version, by, reason }, needs);
    const rest = await Promise.all([
      ...chosen.map((seat) => seat.ending(now)),
      ...needs.rooms.map((room) => room.ending(voucherId, accounts, now)),
      left.length === 0 ? needs.vouchers.pinEnding(voucherId, now) : [],
      needs.notes.adding({ unbinding, chosen, by, reason }),
    ]);
    const puts = [...told, ...rest.flat()];
    return { unbinding, accounts, puts: [...puts, ...(await needs.sessions.ending(accounts, MOST_ROWS - SPARE_ROWS - puts.length))] };
  },
});

export type BindingEndings = ReturnType<typeof bindingEndings>;
