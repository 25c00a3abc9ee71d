import type { OwnPhone } from '@yibao/shared';
import type { Changes } from './change-store';
import type { Phones } from './store';

interface Needs {
  readonly phones: Pick<Phones, 'listed' | 'everHeld'>;
  readonly changes: Pick<Changes, 'of' | 'guideOf'>;
}

/** Numbers of changes that are under way: what was sent a code in WeChat, what the account was seen to have in Alipay. */
async function changingOf(account: string, { changes }: Needs): Promise<readonly OwnPhone[]> {
  const [{ value: change }, { value: guide }] = await Promise.all([changes.of(account), changes.guideOf(account)]);
  const typed = change?.phone === undefined ? [] : [{ channel: 'weapp' as const, phone: change.phone, use: 'changing' as const, at: change.code.sentAt }];
  const seen = [...new Set([guide?.from, guide?.seen])].flatMap((phone) => (phone === undefined ? [] : [{ channel: 'alipay' as const, phone, use: 'changing' as const, at: guide!.begunAt }]));
  return [...typed, ...seen];
}

/** Numbers as the room of accounts may have them: all that are kept, to export them. */
export const phonesKnown = (needs: Needs) => ({
  async of(voucherId: string): Promise<readonly OwnPhone[]> {
    const [held, former] = await Promise.all([needs.phones.listed(voucherId), needs.phones.everHeld(voucherId)]);
    return [
      ...held.map(({ channel, phone, since }) => ({ channel, phone, use: 'in-use' as const, at: since })),
      ...former.map(({ channel, phone, endedAt }) => ({ channel, phone, use: 'former' as const, at: endedAt })),
    ];
  },
  changing: (account: string) => changingOf(account, needs),
});
