import type { Output, readPhone as endpoint } from '@yibao/shared';
import type { Call } from '../http/call';
import { type StateNeeds, stateOf } from './state';

export const readPhone = ({ caller }: Call<typeof endpoint>, needs: StateNeeds): Promise<Output<typeof endpoint>> => stateOf(caller, needs);
