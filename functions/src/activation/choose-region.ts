import { type chooseRegion as endpoint, type Output, Refusal } from '@yibao/shared';
import type { Call } from '../http/call';
import { advanced, hasPassed, noted, type Progress } from './activation';
import { requireLongEnough } from './insured';
import { known, type StepNeeds, takeStep } from './take-step';
import { regionOf, viewOf } from './view';

/** Throws REGION_NOT_YOURS, REGION_NOT_OPEN or INSURED_TOO_NEW. */
async function requireChoice({ insured = [] }: Progress, region: string, needs: StepNeeds): Promise<void> {
  const insurance = insured.find((one) => one.region === region);
  if (!insurance) throw new Refusal('REGION_NOT_YOURS');
  const facts = await regionOf(region, needs);
  if (!facts.open) throw new Refusal('REGION_NOT_OPEN', { region: facts.name });
  requireLongEnough(insurance, facts, needs.now());
}

/** Going back to choose another region is allowed until the PIN is set. */
async function changed(progress: Progress, was: number, { region, needs }: { region: string; needs: StepNeeds }): Promise<Output<typeof endpoint>> {
  await requireChoice(progress, region, needs);
  const next = noted(progress, needs.now(), { region });
  await needs.activations.keep(next, was);
  return viewOf(next, needs);
}

export async function chooseRegion({ caller, input: { region } }: Call<typeof endpoint>, needs: StepNeeds): Promise<Output<typeof endpoint>> {
  const { progress, was } = await known(caller.account, needs);
  const isChange = progress && hasPassed(progress, 'region') && progress.step !== 'done' && progress.region !== region;
  if (isChange && was !== 'absent') return changed(progress, was, { region, needs });
  return takeStep('region', {
    caller,
    async act(current) {
      await requireChoice(current, region, needs);
      return advanced(current, needs.now(), { region });
    },
  }, needs);
}
