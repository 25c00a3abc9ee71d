import type { Closing, closeAccount as endpoint, Output } from '@yibao/shared';
import type { Call, Citizen } from '../http/call';

export interface Needs {
  readonly closing: { close(caller: Citizen): Promise<Closing> };
}

export const closeAccount = ({ caller }: Call<typeof endpoint>, { closing }: Needs): Promise<Output<typeof endpoint>> => closing.close(caller);
