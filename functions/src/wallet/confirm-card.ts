import { type confirmCard as endpoint, type Output, Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { closeLeft } from './close-left';
import type { WalletNeeds } from './needs';
import { viewOf } from './view';
import { isFor } from './wallet';

/**
 * The phone has added the card. One that came in after the binding had ended is closed at once, whoever asks.
 * Throws CARD_UNSUPPORTED, and CARD_UNKNOWN for a code that is not of the card that was asked for.
 */
export async function confirmCard({ caller, input }: Call<typeof endpoint>, needs: WalletNeeds): Promise<Output<typeof endpoint>> {
  const { wallets, bindings, sides, now } = needs;
  const { account, channel } = caller;
  if (channel !== 'weapp' || !sides.weapp) throw new Refusal('CARD_UNSUPPORTED');
  await closeLeft(account, needs);
  const code = await sides.weapp.decrypt(input.code);
  return untilUndisturbed(async () => {
    await bindings.require(account);
    const record = await wallets.of(account);
    if (!isFor(record, code)) throw new Refusal('CARD_UNKNOWN');
    const { version, ...rest } = record;
    const next = { ...rest, state: 'added' as const };
    if (record.state !== 'added') await wallets.write([wallets.putOf(next, version)]);
    return viewOf(next, { channel, sides, now: now() });
  });
}
