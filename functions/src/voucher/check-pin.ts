import type { Channel, Clock, Refusal } from '@yibao/shared';
import { byCitizen, type Deed } from '../audit/entry';
import type { Trail } from '../audit/trail';
import { Conflict, untilUndisturbed } from '../aws/table';
import type { PinHasher } from '../crypto/pin-hash';
import { forgiven, type PinRow, tried, wrong } from './pin-row';
import type { Stored, Vouchers } from './store';

export interface PinNeeds {
  readonly vouchers: Pick<Vouchers, 'pinOf' | 'keepPin'>;
  readonly pinHasher: PinHasher;
  readonly trail: Pick<Trail, 'telling'>;
  readonly now: Clock;
}

/** A voucher without PIN has no binding: what was read of the binding before is no longer so. */
async function pinOf(voucherId: string, { vouchers }: PinNeeds): Promise<Stored<PinRow>> {
  const row = await vouchers.pinOf(voucherId);
  if (!row) throw new Conflict(undefined);
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

/** Judges the PIN once for each hash, however often the row must be read again. */
function judging({ pin, voucherId }: Guess, { pinHasher }: PinNeeds): (hash: string) => Promise<boolean> {
  const judged = new Map<string, Promise<boolean>>();
  return (hash) => {
    const judgement = judged.get(hash) ?? pinHasher.matches(pin, voucherId, hash);
    judged.set(hash, judgement);
    return judgement;
  };
}

/** The PIN was right: its tries are forgiven, and a hash on an older pepper is made anew. */
async function opened(row: PinRow, { pin, voucherId }: Guess, { pinHasher }: PinNeeds): Promise<PinRow> {
  return { ...forgiven(row), hash: pinHasher.isOld(row.hash) ? await pinHasher.hash(pin, voucherId) : row.hash };
}

/** One look at the row, one write: the try, the lock and its entry in the trail are counted together, or nobody learns what the PIN was. */
async function judge(guess: Guess, isRight: (hash: string) => Promise<boolean>, needs: PinNeeds): Promise<Refusal | undefined> {
  const now = needs.now();
  const { version, ...row } = await pinOf(guess.voucherId, needs);
  const counted = tried(row, now);
  if (await isRight(row.hash)) {
    await needs.vouchers.keepPin(await opened(row, guess, needs), version);
    return undefined;
  }
  const told = counted.lockedUntil === undefined ? [] : await needs.trail.telling(lockDeed(guess, counted.lockedUntil, now));
  await needs.vouchers.keepPin(counted, version, told);
  return wrong(counted, now);
}

/** Answers only what is counted in the table. Throws PIN_WRONG or PIN_LOCKED (CODE-3). */
export async function checkPin(guess: Guess, needs: PinNeeds): Promise<void> {
  const isRight = judging(guess, needs);
  const refusal = await untilUndisturbed(() => judge(guess, isRight, needs));
  if (refusal) throw refusal;
}
