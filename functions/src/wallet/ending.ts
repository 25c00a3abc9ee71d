import type { Put } from '../aws/table';
import type { Wallets } from './store';
import { ended } from './wallet';

/** How the end of bindings ends their cards: in the same transaction they are marked to be closed, and a push does so at the platforms. */
export const walletEndings = ({ wallets }: { readonly wallets: Pick<Wallets, 'of' | 'putOf'> }) => {
  const endingOf = async (account: string): Promise<readonly Put[]> => {
    const record = await wallets.of(account);
    if (!record || record.state === 'ended') return [];
    const { version, ...rest } = record;
    return [wallets.putOf(ended(rest), version)];
  };
  return { ending: async (_voucherId: string, accounts: readonly string[]): Promise<readonly Put[]> => (await Promise.all(accounts.map(endingOf))).flat() };
};
