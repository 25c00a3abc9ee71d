import { type choosePinPolicy as endpoint, type Clock, type Output } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import type { Codes } from './code-store';
import { requireDisplayRight } from './display-right';
import { bindingOf } from './holder';
import { type Needs as ReadNeeds, viewOf } from './read-voucher';
import type { Vouchers } from './store';
import { withPolicy } from './voucher';

export interface Needs extends ReadNeeds {
  readonly vouchers: Pick<Vouchers, 'bindingOf' | 'find' | 'keepBinding'>;
  readonly codes: Pick<Codes, 'find'>;
  readonly now: Clock;
}

/** Only who may show the code may change when the PIN is asked. */
export function choosePinPolicy({ caller, input }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  return untilUndisturbed(async () => {
    const { version, ...binding } = await bindingOf(caller.account, needs);
    const row = binding.code && (await needs.codes.find(binding.code));
    requireDisplayRight(binding, { device: caller.device, row, now: needs.now() });
    const next = withPolicy(binding, input.policy);
    await needs.vouchers.keepBinding(next, version);
    return viewOf(next, needs);
  });
}
