import { Refusal } from '@yibao/shared';
import type { Case } from './hotline';
import type { Cases } from './store';

/** The case and the version at which it was read. Throws CASE_UNKNOWN. */
export async function caseOf(caseNumber: string, { cases }: { readonly cases: Pick<Cases, 'find'> }): Promise<{ readonly known: Case; readonly was: number }> {
  const found = await cases.find(caseNumber);
  if (!found) throw new Refusal('CASE_UNKNOWN');
  const { version, ...known } = found;
  return { known, was: version };
}
