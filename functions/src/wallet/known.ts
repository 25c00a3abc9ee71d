import type { Wallets } from './store';

/** Cards as other rooms may have them: to export them. */
export const walletsKnownIn = ({ wallets }: { readonly wallets: Pick<Wallets, 'of'> }) => ({
  async of(account: string) {
    const record = await wallets.of(account);
    return record ? [{ channel: record.channel, state: record.state, askedAt: record.askedAt }] : [];
  },
});
