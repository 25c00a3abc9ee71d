import type { Activation, Channel, Refusal, Region, Voucher } from '@yibao/shared';
import { ACTIVATION_STEPS } from '@yibao/shared';
import type { Answer } from '../../api/use-answer';

/** What the home page has for this person. */
export type Offer =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'activate' }
  | { readonly kind: 'resume'; readonly step: number; readonly savedUntil: string; readonly closed: Region | undefined }
  | { readonly kind: 'show'; readonly holder: string | undefined; readonly region: Region };

type UnderWay = Extract<Activation, { status: 'under-way' }>;

/** The region that keeps the person waiting: they stand before the choice and none of theirs has opened. */
function closedRegionOf({ step, insurances = [] }: UnderWay): Region | undefined {
  return step === 'region' && insurances.every(({ region }) => !region.open) ? insurances[0]?.region : undefined;
}

function offerFrom(activation: Activation, voucher: Voucher | undefined, channel: Channel): Offer {
  if (activation.status === 'none') return { kind: 'activate' };
  if (activation.status === 'done') return { kind: 'show', holder: voucher?.holder, region: voucher?.region ?? activation.region };
  const step = ACTIVATION_STEPS[channel].indexOf(activation.step) + 1;
  return { kind: 'resume', step, savedUntil: activation.savedUntil, closed: closedRegionOf(activation) };
}

/** The phone's own knowledge stands in until the service has answered, and where it cannot. */
export function offerOf(answer: Answer<Activation>, voucher: Voucher | undefined, channel: Channel): Offer {
  if (answer.state === 'answered') return offerFrom(answer.answer, voucher, channel);
  if (voucher) return { kind: 'show', holder: voucher.holder, region: voucher.region };
  return answer.state === 'waiting' ? { kind: 'waiting' } : { kind: 'refused', refusal: answer.refusal };
}
