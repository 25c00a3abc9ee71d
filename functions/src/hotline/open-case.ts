import { type openCase as endpoint, type Output, Refusal } from '@yibao/shared';
import type { Trail } from '../audit/trail';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { deedOf } from './deed';
import type { HolderNeeds } from './holder-state';
import { isSameRequest, requested, viewOf } from './hotline';
import { countLookup, type LimitNeeds } from './lookup-limit';
import type { Cases } from './store';

export interface Needs extends Pick<HolderNeeds, 'vouchers' | 'seats'>, LimitNeeds {
  readonly cases: Pick<Cases, 'find' | 'open'>;
  readonly trail: Pick<Trail, 'telling'>;
}

type Request = Parameters<typeof requested>[0];

/** Throws NOTHING_TO_UNBIND for an unknown ID number, an unknown binding, and where all is unbound: one answer. */
async function requestOf({ caller, input }: Call<typeof endpoint>, { vouchers, seats }: Needs): Promise<Request> {
  const { idNumber, unbind, caseNumber, reason, checks } = input;
  const voucherId = await vouchers.ofPerson(idNumber);
  const bound = voucherId === undefined ? [] : ((await seats.seatsOf(voucherId))?.seats ?? []);
  const chosen = bound.filter(({ id }) => unbind === 'all' || unbind === id).map(({ id, channel }) => ({ id, channel }));
  if (voucherId === undefined || chosen.length === 0) throw new Refusal('NOTHING_TO_UNBIND');
  return { caseNumber, voucherId, seats: chosen, reason, checks, requestedBy: caller.id };
}

/** The request waits for its second operator; nothing ends by it. Throws LOOKUP_TOO_MANY, CASE_TAKEN or NOTHING_TO_UNBIND. */
export async function openCase(call: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  await countLookup(call.caller.id, needs);
  return untilUndisturbed(async () => {
    const known = await needs.cases.find(call.input.caseNumber);
    if (known && known.requestedBy !== call.caller.id) throw new Refusal('CASE_TAKEN');
    const request = await requestOf(call, needs);
    const now = needs.now();
    if (known) {
      if (!isSameRequest(known, request)) throw new Refusal('CASE_TAKEN');
      const { version: _version, ...same } = known;
      return viewOf(same, now);
    }
    const opened = requested(request, now);
    const after = { channels: opened.seats.map(({ channel }) => channel).join(', '), checks: opened.checks.join(', '), for: opened.reason };
    const told = await needs.trail.telling(deedOf({ ...request, act: 'requested', operator: call.caller.id, now, after }));
    await needs.cases.open(opened, told);
    return viewOf(opened, now);
  });
}
