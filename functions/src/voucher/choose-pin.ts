import { type changePin as changeEndpoint, type Clock, isWeakPin, type Output, Refusal, type resetPin as resetEndpoint } from '@yibao/shared';
import { byCitizen, type Deed } from '../audit/entry';
import type { Trail } from '../audit/trail';
import { Conflict, untilUndisturbed } from '../aws/table';
import type { PinHasher } from '../crypto/pin-hash';
import type { Call, Citizen } from '../http/call';
import { bindingOf, type HolderNeeds } from './holder';
import { newPin } from './pin-row';
import type { Vouchers } from './store';

export interface Needs extends HolderNeeds {
  readonly vouchers: Pick<Vouchers, 'bindingOf' | 'find' | 'pinOf' | 'keepPin'>;
  readonly pinHasher: PinHasher;
  readonly trail: Pick<Trail, 'telling'>;
  /** Ends all sessions of the holder but the one that asks. */
  readonly otherSessions: { end(asking: Citizen): Promise<void> };
  readonly now: Clock;
}

interface Choice {
  readonly caller: Citizen;
  readonly voucherId: string;
  readonly pin: string;
}

async function choiceOf(caller: Citizen, pin: string, needs: Needs): Promise<Choice> {
  const { voucherId } = await bindingOf(caller.account, needs);
  const voucher = await needs.vouchers.find(voucherId);
  if (!voucher) throw new Error('a binding without voucher');
  if (isWeakPin(pin, { idNumber: voucher.idNumber })) throw new Refusal('PIN_WEAK');
  return { caller, voucherId, pin };
}

/** A voucher without PIN has no binding: what was read of the binding before is no longer so. */
async function pinOf({ voucherId }: Choice, { vouchers }: Needs) {
  const row = await vouchers.pinOf(voucherId);
  if (!row) throw new Conflict(undefined);
  return row;
}

const deedOf = ({ caller, voucherId }: Choice, now: Date): Deed => ({
  event: { type: 'pin.changed', voucherId, at: now.toISOString(), channel: caller.channel },
  actor: byCitizen(caller),
  reason: 'holder',
});

/** Other sessions end first: if the write then fails, nothing is open that should not be. */
async function keep(choice: Choice, needs: Needs) {
  await needs.otherSessions.end(choice.caller);
  const hash = await needs.pinHasher.hash(choice.pin, choice.voucherId);
  const now = needs.now();
  await untilUndisturbed(async () => {
    const { version } = await pinOf(choice, needs);
    await needs.vouchers.keepPin(newPin(choice.voucherId, hash), version, await needs.trail.telling(deedOf(choice, now)));
  });
  return { changedAt: now.toISOString() };
}

/** The PIN of now was given minutes ago, so that saying it is the same tells nothing. */
export async function changePin({ caller, input }: Call<typeof changeEndpoint>, needs: Needs): Promise<Output<typeof changeEndpoint>> {
  const choice = await choiceOf(caller, input.pin, needs);
  const { hash } = await pinOf(choice, needs);
  if (await needs.pinHasher.matches(input.pin, choice.voucherId, hash)) throw new Refusal('PIN_SAME');
  return keep(choice, needs);
}

/** Of the PIN before nothing is said: whoever forgot it may choose it again. */
export const resetPin = async ({ caller, input }: Call<typeof resetEndpoint>, needs: Needs): Promise<Output<typeof resetEndpoint>> =>
  keep(await choiceOf(caller, input.pin, needs), needs);
