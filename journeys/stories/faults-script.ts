import { type Fault } from '@yibao/simulator/src/faults/kinds';
import { type Citizen } from '../citizen/citizen';
import { type Place } from './faults-citizen';
import { type Call, type FaultOrders } from './faults-order';
import { PIN } from './stage';

/** Which other sides are asked at each place, in order. */
export type Script = ReadonlyMap<Place, readonly Call[]>;

/** Goes through everything once undisturbed and notes which calls belong to which place: a call that comes new is in the table by itself. */
export async function rehearse(orders: FaultOrders, open: () => Promise<Citizen>): Promise<Script> {
  await orders.callsSince();
  const citizen = await open();
  const script = new Map<Place, Call[]>([['launch', await orders.callsSince()]]);
  await citizen.openWizard();
  for (let step = await citizen.standsAt(); step !== 'done'; ) {
    const place = step;
    await citizen.take(place, { pin: PIN });
    step = await citizen.leave(place);
    script.set(place, await orders.callsSince());
  }
  return script;
}

/** WeChat's token is kept for two hours: for a new one to be fetched, the old one must end at the call that carries it. */
export const leadingTo = ({ call }: Call, calls: readonly Call[]): Fault[] => {
  const next = call === 'stable_token' ? calls[calls.findIndex((one) => one.call === call) + 1] : undefined;
  return next ? [{ ...next, kind: 'expired-token', times: 1 }] : [];
};

/** A number gets no second message within half a minute: the provider's clock moves on instead of ours. */
export const HALF_A_MINUTE: Fault = { upstream: 'sms', call: 'SendSms', kind: 'clock-offset', times: 1, ms: 31_000 };
