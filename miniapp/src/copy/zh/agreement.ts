import { type AgreementPurpose, AGREEMENTS } from '@yibao/shared';

const NOTHING: Readonly<Record<AgreementPurpose, readonly string[]>> = { service: [], reading: [], face: [] };

export const agreement = {
  full: '协议全文',
  /** The agreements themselves are in Chinese; who reads another language is told so, and what they say in short. */
  holds: '',
  inShort: NOTHING,
  named: (purposes: readonly AgreementPurpose[]) => purposes.map((purpose) => `《${AGREEMENTS[purpose].title}》`).join(''),
} as const;
