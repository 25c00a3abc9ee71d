import { type FieldFault, IdNumber, PersonName } from '@yibao/shared';

export interface IdentityForm {
  readonly name: string;
  readonly idNumber: string;
}

export type IdentityFaults = Partial<Record<keyof IdentityForm, string>>;

const faultOf = (read: { success: true } | { success: false; error: { issues: readonly { message: string }[] } }) =>
  read.success ? undefined : read.error.issues[0]?.message;

/** What to write instead, checked on the phone before anything is sent. */
export function faultsIn({ name, idNumber }: IdentityForm): IdentityFaults {
  const [nameFault, idFault] = [faultOf(PersonName.safeParse(name)), faultOf(IdNumber.safeParse(idNumber))];
  return { ...(nameFault ? { name: nameFault } : {}), ...(idFault ? { idNumber: idFault } : {}) };
}

export const hasFaults = (faults: IdentityFaults) => Object.keys(faults).length > 0;

/** What the service found, at the fields it names. */
export const faultsFrom = (fields: readonly FieldFault[]): IdentityFaults =>
  Object.fromEntries(fields.filter(({ field }) => field === 'name' || field === 'idNumber').map(({ field, remedy }) => [field, remedy]));
