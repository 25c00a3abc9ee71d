import type { Person } from '../persons/person';

/** psn_no, 26 digits: region, then a number of the person. */
export const personNumberIn = (person: Person, region: string, other = false) => `${region}${other ? '9' : '0'}${person.idNumber.slice(6, 17).padStart(19, '0')}`;

export const personNumber = (person: Person) => personNumberIn(person, person.insured[0]?.region ?? '370000');
