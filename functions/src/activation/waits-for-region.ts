import { known, type StepNeeds } from './take-step';

/** Whether an account's activation has come to the choice of 参保地 and waits there (CODE-2). */
export const waitsForRegion = (needs: Pick<StepNeeds, 'activations' | 'now'>) => async (account: string) =>
  (await known(account, needs)).progress?.step === 'region';
