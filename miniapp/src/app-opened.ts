import { entryOf, type Launch } from '@yibao/shared';
import { channel } from './platform/channel';
import { phoneNow } from './platform/clock';
import { bringToFront } from './platform/navigate';
import { card } from './state/card';
import { awaitCode } from './state/from-wallet';
import { noteLaunch } from './state/launch';
import { restoreAll } from './state/restored';

/** Whoever opens the card in the wallet wants the code: it is shown at once, or as soon as the home page knows that there is one (WAL-1, WAL-2). */
export async function opened(launch: Launch): Promise<void> {
  await Promise.all([noteLaunch(launch, phoneNow()), restoreAll()]);
  const fromWallet = entryOf(channel, launch.scene) === 'wallet';
  const known = card.get()?.voucher !== undefined;
  awaitCode(fromWallet && !known);
  if (fromWallet && known) bringToFront('/pages/voucher/voucher');
}
