import type { Output, readActivation as endpoint } from '@yibao/shared';
import type { Call } from '../http/call';
import { known, type StepNeeds } from './take-step';
import { viewOf } from './view';

export const readActivation = async ({ caller }: Call<typeof endpoint>, needs: StepNeeds): Promise<Output<typeof endpoint>> =>
  viewOf((await known(caller.account, needs)).progress, needs);
