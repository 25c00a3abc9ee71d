import { AgreementPurpose, type Consent } from '@yibao/shared';

export type ConsentState = 'valid' | 'withdrawn' | 'outdated';

/** How one purpose stands: the newest consent to it, and those before. */
export interface PurposeConsent {
  readonly latest: Consent;
  readonly state: ConsentState;
  readonly earlier: readonly Consent[];
}

export function stateOf({ valid, withdrawnAt }: Pick<Consent, 'valid' | 'withdrawnAt'>): ConsentState {
  if (withdrawnAt !== undefined) return 'withdrawn';
  return valid ? 'valid' : 'outdated';
}

/** Each purpose that was ever agreed to, once. The service gives the consents newest first. */
export function byPurpose(consents: readonly Consent[]): PurposeConsent[] {
  return AgreementPurpose.options.flatMap((purpose) => {
    const [latest, ...earlier] = consents.filter((consent) => consent.purpose === purpose);
    return latest ? [{ latest, state: stateOf(latest), earlier }] : [];
  });
}
