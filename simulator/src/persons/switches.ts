import { Phone } from '@yibao/shared';
import * as z from 'zod/mini';
import { CASES, type CaseName } from './cases';
import { RELATIVE } from './make-person';
import { FACES, type Person } from './person';

const CASE_NAMES = Object.keys(CASES) as [CaseName, ...CaseName[]];

/** What a tester changes about a person while everything runs; what is not named stays as the person was made. */
export const Switches = z.strictObject({
  face: z.optional(z.enum(FACES)),
  /** Whose real name the accounts carry. */
  account: z.optional(z.enum(['own', 'relative', 'nobody'])),
  bureauName: z.optional(z.enum(['own', 'old'])),
  /** The records of the case of this name. */
  insured: z.optional(z.enum(CASE_NAMES)),
  subscribes: z.optional(z.boolean()),
  /** The number of the WeChat account, changed in WeChat. */
  weappPhone: z.optional(Phone),
  /** The number of the Alipay account, changed in Alipay. */
  alipayPhone: z.optional(Phone),
});
export type Switches = z.infer<typeof Switches>;

function accountOf({ name, idNumber, account }: Person, whose: Switches['account']): Pick<Person, 'account'> {
  if (whose === 'nobody') return {};
  if (whose === 'relative') return { account: RELATIVE };
  return whose === 'own' ? { account: { name, idNumber } } : account ? { account } : {};
}

const OLD_NAME = '旧名';

/** The person with these switches set. */
export function switched(person: Person, { account: whose, ...set }: Switches): Person {
  const { account: _made, ...rest } = person;
  return {
    ...rest,
    ...accountOf(person, whose),
    accountPhone: { weapp: set.weappPhone ?? person.accountPhone.weapp, alipay: set.alipayPhone ?? person.accountPhone.alipay },
    face: set.face ?? person.face,
    subscribes: set.subscribes ?? person.subscribes,
    bureauName: set.bureauName === undefined ? person.bureauName : set.bureauName === 'own' ? person.name : `${person.name.slice(0, 1)}${OLD_NAME}`,
    insured: set.insured === undefined ? person.insured : CASES[set.insured].insured,
  };
}
