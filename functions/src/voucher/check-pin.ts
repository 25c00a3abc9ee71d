import { type Channel, type Clock } from '@yibao/shared';
import { byCitizen, type Deed } from '../audit/entry';
import type { Trail } from '../audit/trail';
import { untilUndisturbed } from '../aws/table';
import type { PinHasher } from '../crypto/pin-hash';
import { forgiven, type PinRow, tried, wrong } from './pin-row';
import type { Stored, Vouchers } from './store';

export interface PinNeeds {
  readonly vouchers: Pick<Vouchers, 'pinOf' | 'keepPin'>;
  readonly pinHasher: PinHasher;
  readonly trail: Pick<Trail, 'telling'>;
  readonly now: Clock;
}

async function pinOf(voucherId: string, { vouchers }: PinNeeds): Promise<Stored<PinRow>> {
  const row = await vouchers.pinOf(voucherId);
  if (!row) throw new Error('a voucher without a PIN');
  return row;
}

export interface Guess {
  readonly voucherId: string;
  readonly pin: string;
  /** The account from which it comes. */
  readonly by: { readonly account: string; readonly channel: Channel };
}

const lockDeed = ({ voucherId, by }: Guess, until: string, now: Date): Deed => ({
  event: { type: 'pin.locked', voucherId, at: now.toISOString(), channel: by.channel, until },
  actor: byCitizen(by),
  reason: 'rule',
});

/** The last try was wrong: the lock, which stands since the try was counted, is told of. */
const tellLock = (guess: Guess, until: string, needs: PinNeeds) =>
  untilUndisturbed(async () => {
    const { version, ...row } = await pinOf(guess.voucherId, needs);
    await needs.vouchers.keepPin(row, version, await needs.trail.telling(lockDeed(guess, until, needs.now())));
  });

/** The PIN was right: its tries are forgiven, and a hash on an older pepper is made anew. A PIN that was changed meanwhile stays. */
async function forgive({ voucherId, pin }: Guess, judged: string, needs: PinNeeds): Promise<void> {
  const anew = needs.pinHasher.isOld(judged) ? await needs.pinHasher.hash(pin, voucherId) : judged;
  await untilUndisturbed(async () => {
    const { version, ...row } = await pinOf(voucherId, needs);
    await needs.vouchers.keepPin({ ...forgiven(row), hash: row.hash === judged ? anew : row.hash }, version);
  });
}

/** Counts the try in the table, then judges it. Throws PIN_WRONG or PIN_LOCKED (CODE-3). */
export async function checkPin(guess: Guess, needs: PinNeeds): Promise<void> {
  const { voucherId, pin } = guess;
  const counted = await untilUndisturbed(async () => {
    const { version, ...row } = await pinOf(voucherId, needs);
    const next = tried(row, needs.now());
    await needs.vouchers.keepPin(next, version);
    return next;
  });
  if (!(await needs.pinHasher.matches(pin, voucherId, counted.hash))) {
    if (counted.lockedUntil !== undefined) await tellLock(guess, counted.lockedUntil, needs);
    throw wrong(counted, needs.now());
  }
  await forgive(guess, counted.hash, needs);
}
