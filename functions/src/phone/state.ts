import { maskPhone, type PhoneState, Refusal } from '@yibao/shared';
import type { Citizen } from '../http/call';
import { openPart } from './change';
import type { Changes } from './change-store';
import { type Guide, stepsOf } from './guide';
import type { HeldPhone } from './phone';
import type { Phones } from './store';

export interface BindingFacts {
  readonly voucherId: string;
  readonly boundAt: string;
}

export interface StateNeeds {
  /** What the account is bound to now. */
  readonly bindings: { of(account: string): Promise<BindingFacts | undefined> };
  readonly phones: Pick<Phones, 'seatOf'>;
  readonly changes: Pick<Changes, 'of' | 'guideOf'>;
  readonly now: () => Date;
}

type Who = Pick<Citizen, 'account' | 'channel'>;

export async function boundOf(account: string, { bindings, phones }: Pick<StateNeeds, 'bindings' | 'phones'>) {
  const binding = await bindings.of(account);
  if (!binding) return undefined;
  const seat = await phones.seatOf(binding.voucherId, account);
  return { ...binding, ...seat, phone: seat.held?.phone };
}

const currentPart = (held: HeldPhone | undefined) => (held ? { current: { phone: maskPhone(held.phone), since: held.since } } : {});

const guidePart = (guide: Guide | undefined, bound: Awaited<ReturnType<typeof boundOf>>) => {
  if (!guide) return {};
  const { from, seen } = guide;
  const steps = stepsOf(guide, bound);
  const to = steps.activated ? bound?.phone : seen;
  return { guide: { ...steps, ...(from === undefined ? {} : { from: maskPhone(from) }), ...(to === undefined ? {} : { to: maskPhone(to) }) } };
};

async function underWay({ account, channel }: Who, bound: Awaited<ReturnType<typeof boundOf>>, { changes, now }: StateNeeds) {
  if (channel === 'alipay') return guidePart((await changes.guideOf(account)).value, bound);
  const next = openPart((await changes.of(account)).value, now());
  return next ? { next: { ...next, phone: maskPhone(next.phone) } } : {};
}

/** What the page shows. Throws VOUCHER_NOT_FOUND where nothing is bound and no steps were begun. */
export async function stateOf(who: Who, needs: StateNeeds): Promise<PhoneState> {
  const bound = await boundOf(who.account, needs);
  const rest = await underWay(who, bound, needs);
  if (!bound && !('guide' in rest)) throw new Refusal('VOUCHER_NOT_FOUND');
  return { channel: who.channel, bound: bound !== undefined, ...currentPart(bound?.held), ...rest };
}
