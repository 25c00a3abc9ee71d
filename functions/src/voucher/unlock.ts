import { later, type Output, PIN_FRESH_MS, type unlock as endpoint } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { checkPin, type PinNeeds } from './check-pin';
import { bindingOf, type HolderNeeds } from './holder';
import type { Vouchers } from './store';
import { unlocked } from './voucher';

export interface Needs extends PinNeeds, HolderNeeds {
  readonly vouchers: Pick<Vouchers, 'bindingOf' | 'keepBinding' | 'pinOf' | 'keepPin'>;
}

export async function unlock({ caller, input }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  const { voucherId } = await bindingOf(caller.account, needs);
  await checkPin({ voucherId, pin: input.pin, by: caller }, needs);
  const now = needs.now();
  await untilUndisturbed(async () => {
    const { version, ...binding } = await bindingOf(caller.account, needs);
    await needs.vouchers.keepBinding(unlocked(binding, caller.device, now), version);
  });
  return { unlockedUntil: later(now, PIN_FRESH_MS).toISOString() };
}
