import { type Output } from '../upstream/bureau-1101';
import { recordsAbout } from '../upstream/insured-answer';
import type { BureauPlatform } from '../upstream/ports';
import type { InsuredPerson } from './insured';
import type { Insured } from './store';

/** The stored person as transaction 1101 would have answered, so that both ways are judged by the same rules. */
const outputOf = (idNumber: string, { name, insurances }: InsuredPerson): Output => ({
  baseinfo: { psn_no: insurances[0]?.psnNo ?? '', certno: idNumber, psn_name: name },
  insuinfo: insurances.map(({ psnNo, region, insutype, status, since }) => ({ psn_no: psnNo, insuplc_admdvs: region, insutype, psn_insu_stas: status, psn_insu_date: since })),
});

/** The imported records in the place of the bureau's platform, with its refusals: RECORD_DUPLICATE, ID_MISMATCH; [] for who is not there. */
export const bureauInTable = (insured: Pick<Insured, 'find'>): BureauPlatform => ({
  async insuredRecords(person) {
    const known = await insured.find(person.idNumber);
    return known ? recordsAbout(person, outputOf(person.idNumber, known)) : [];
  },
});
