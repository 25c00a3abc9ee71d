import { agreementOf, AgreementPurpose, AGREEMENTS, Channel, type Consent, Instant, type Agreement } from '@yibao/shared';
import * as z from 'zod/mini';

/** A consent as it is kept for proof: who, to which text, through which channel, when, and when it was withdrawn. */
export const ConsentRecord = z.object({
  account: z.string(),
  purpose: AgreementPurpose,
  /** The how-manieth consent of this account to this purpose. */
  no: z.int(),
  textVersion: z.string(),
  textHash: z.string(),
  channel: Channel,
  at: Instant,
  withdrawnAt: z.optional(Instant),
});
export type ConsentRecord = z.infer<typeof ConsentRecord>;

const isValid = ({ purpose, textVersion, withdrawnAt }: ConsentRecord) => withdrawnAt === undefined && textVersion === AGREEMENTS[purpose].version;

/** The consent to a purpose that holds now, if there is one. */
export const holding = <T extends ConsentRecord>(records: readonly T[], purpose: AgreementPurpose) => records.find((record) => record.purpose === purpose && isValid(record));

interface Giving {
  readonly account: string;
  readonly channel: Channel;
  readonly purpose: AgreementPurpose;
}

/** A consent to the text as it is now. */
export function given({ account, channel, purpose }: Giving, before: readonly ConsentRecord[], now: Date): ConsentRecord {
  const { version, hash }: Agreement = AGREEMENTS[purpose];
  const no = before.filter((record) => record.purpose === purpose).length + 1;
  return { account, purpose, no, textVersion: version, textHash: hash, channel, at: now.toISOString() };
}

export const withdrawn = (record: ConsentRecord, now: Date): ConsentRecord => ({ ...record, withdrawnAt: record.withdrawnAt ?? now.toISOString() });

/** What the holder sees, newest first. */
export const viewOf = (records: readonly ConsentRecord[]): Consent[] =>
  [...records]
    .sort((a, b) => (a.at === b.at ? b.no - a.no : a.at < b.at ? 1 : -1))
    .map((record) => ({
      purpose: record.purpose,
      title: (agreementOf(record.purpose, record.textVersion) ?? AGREEMENTS[record.purpose]).title,
      version: record.textVersion,
      hash: record.textHash,
      channel: record.channel,
      at: record.at,
      ...(record.withdrawnAt === undefined ? {} : { withdrawnAt: record.withdrawnAt }),
      valid: isValid(record),
    }));
