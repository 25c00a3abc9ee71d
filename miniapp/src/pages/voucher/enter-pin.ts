import { choosePinPolicy, PIN_TRIES, type PinPolicy, Refusal, unlock } from '@yibao/shared';
import { call } from '../../api/call';
import { refusalOf } from '../../api/refusal-of';
import { phoneNow } from '../../platform/clock';
import { random } from '../../platform/random';
import { card } from '../../state/card';
import { deviceId } from '../../state/device';
import { display, displayNow, unlocked } from '../../state/display';
import { checkedOffline } from '../../state/pin-check';
import { isOutOfReach } from './take-seed';

async function acceptOffline(pin: string, device: string, unreachable: Refusal): Promise<void> {
  const now = displayNow();
  const outcome = checkedOffline(pin, device, now);
  if (outcome === 'unknown' || outcome === 'locked') throw unreachable;
  if (outcome === 'right') return display.set({ ...now, unlockedAt: phoneNow(), wrongTries: 0 });
  const wrongTries = now.wrongTries + 1;
  await display.set({ ...now, wrongTries });
  throw new Refusal('PIN_WRONG', { left: PIN_TRIES - wrongTries });
}

/** Has the PIN checked by the service, or without network by the phone itself, and remembers that it was right. */
export async function enterPin(pin: string): Promise<void> {
  const device = await deviceId(random);
  try {
    await call(unlock, { pin });
  } catch (reason) {
    const refusal = refusalOf(reason);
    if (!isOutOfReach(refusal)) throw refusal;
    return acceptOffline(pin, device, refusal);
  }
  return unlocked(pin, device, phoneNow());
}

export async function changePolicy(policy: PinPolicy): Promise<void> {
  const voucher = await call(choosePinPolicy, { policy });
  await card.set({ ...card.get(), voucher });
}
