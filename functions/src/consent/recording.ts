import { type AgreementPurpose, type Channel, type Clock } from '@yibao/shared';
import type { Put } from '../aws/table';
import { given, holding, viewOf, withdrawn } from './consent';
import type { Consents } from './store';

interface Who {
  readonly account: string;
  readonly channel: Channel;
}

/** How another room asks for consents and writes them with its own steps. */
export const consentRecords = ({ consents, now }: { readonly consents: Consents; readonly now: Clock }) => ({
  has: async (account: string, purpose: AgreementPurpose) => holding(await consents.of(account), purpose) !== undefined,
  /** The row of a consent given now; none where the same is on record. */
  async giving({ account, channel }: Who, purpose: AgreementPurpose): Promise<readonly Put[]> {
    const before = await consents.of(account);
    return holding(before, purpose) ? [] : [consents.putOf(given({ account, channel, purpose }, before, now()), 'absent')];
  },
  /** Purpose and version of what holds, as the audit trail shows it. */
  summary: async (account: string) => {
    const records = await consents.of(account);
    return records.filter(({ withdrawnAt }) => withdrawnAt === undefined).map(({ purpose, textVersion }) => `${purpose} ${textVersion}`).join(', ');
  },
  /** The end of every consent of an account that is closed. */
  async ending(account: string): Promise<readonly Put[]> {
    const open = (await consents.of(account)).filter(({ withdrawnAt }) => withdrawnAt === undefined);
    return open.map(({ version, ...record }) => consents.putOf(withdrawn(record, now()), version));
  },
  viewOf: async (account: string) => viewOf(await consents.of(account)),
});
