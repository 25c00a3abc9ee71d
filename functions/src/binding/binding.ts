import { type BindingView, CHANNEL_NAMES, type Channel, Refusal } from '@yibao/shared';

/** What the decisions look at. */
export interface Bound {
  readonly id: string;
  readonly account: string;
  readonly channel: Channel;
  readonly boundAt: string;
  readonly device: string;
  readonly usedAt: string;
}

/** Who asks. */
export interface Asking {
  readonly account: string;
  readonly channel: Channel;
}

/**
 * Which bindings end: one of the asking channel, or all in every channel (UNB-1, UNB-3). Throws BINDING_NOT_FOUND where it is none of this
 * voucher, UNBIND_OTHER_CHANNEL where it can end alone only where it was activated.
 */
export function chosen<B extends Bound>(seats: readonly B[], binding: string, { channel }: Asking): readonly B[] {
  if (binding === 'all') return seats;
  const seat = seats.find(({ id }) => id === binding);
  if (!seat) throw new Refusal('BINDING_NOT_FOUND');
  if (seat.channel !== channel) throw new Refusal('UNBIND_OTHER_CHANNEL', { platform: CHANNEL_NAMES[seat.channel] });
  return [seat];
}

const viewOf = ({ id, channel, device, boundAt, usedAt, account }: Bound, asking: Asking): BindingView => ({
  id,
  channel,
  device: `····${device.slice(-4)}`,
  boundAt,
  usedAt,
  current: account === asking.account,
  closable: channel === asking.channel,
});

const byUse = (a: BindingView, b: BindingView) => Number(b.current) - Number(a.current) || (a.usedAt < b.usedAt ? 1 : -1);

/** The bindings as their holder sees them, the asking one first, then the last used. */
export const viewsFor = (seats: readonly Bound[], asking: Asking) => seats.map((seat) => viewOf(seat, asking)).sort(byUse);
