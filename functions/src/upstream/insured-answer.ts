import { Refusal } from '@yibao/shared';
import { isDuplicate, type Output, recordsIn } from './bureau-1101';
import type { InsuredRecord, RealPerson } from './ports';

export const otherName = () => new Refusal('ID_MISMATCH', { platform: '参保地' });

/** What the bureau's records say of this person. Throws UPSTREAM_BUSY where they are about another number (never used, whoever is at fault), ID_MISMATCH or RECORD_DUPLICATE. */
export function recordsAbout(person: RealPerson, output: Output): readonly InsuredRecord[] {
  const { certno, psn_name } = output.baseinfo;
  if (certno.toUpperCase() !== person.idNumber) throw new Refusal('UPSTREAM_BUSY');
  if (psn_name !== person.name) throw otherName();
  if (isDuplicate(output)) throw new Refusal('RECORD_DUPLICATE');
  return recordsIn(output);
}
