import { ageOn, birthDateOf, chinaDay, OWN_ACTIVATION_AGE, Refusal } from '@yibao/shared';

/** Throws UNDER_AGE: a child has no face verification of its own and is added by a parent (FAM-3). */
export function requireOwnAge(idNumber: string, now: Date): void {
  if (ageOn(birthDateOf(idNumber), chinaDay(now)) < OWN_ACTIVATION_AGE) throw new Refusal('UNDER_AGE');
}
