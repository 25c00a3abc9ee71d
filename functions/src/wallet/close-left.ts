import { untilUndisturbed } from '../aws/table';
import type { WalletNeeds } from './needs';
import { type Left, without } from './wallet';

export type ClosingNeeds = Pick<WalletNeeds, 'wallets' | 'sides' | 'now'>;

const forget = (account: string, serial: string, { wallets }: ClosingNeeds) =>
  untilUndisturbed(async () => {
    const record = await wallets.of(account);
    if (!record?.left.some((one) => one.serial === serial)) return;
    const { version, ...rest } = record;
    await wallets.write([wallets.putOf(without(rest, serial), version)]);
  });

/** A card that WeChat's phone may still add is kept in mind; the phone reports when it does. */
const isOver = ({ until }: Left, now: Date) => until === undefined || until <= now.toISOString();

/** Closes at the platform whatever of an account's cards should not be there any more. Throws UPSTREAM_BUSY; then it is to be done again. */
export async function closeLeft(account: string, needs: ClosingNeeds): Promise<void> {
  const record = await needs.wallets.of(account);
  const side = record && needs.sides[record.channel];
  if (!side) return;
  for (const one of record.left) {
    const closed = await side.close(one.serial);
    if (closed || isOver(one, needs.now())) await forget(account, one.serial, needs);
  }
}
