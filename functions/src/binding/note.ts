import { EndedBinding, type UnbindReason, Unbinding } from '@yibao/shared';
import * as z from 'zod/mini';
import type { Closer } from './closing';

/** An unbinding that an account asked for or that ended its own binding; answers again who lost the answer. */
const Done = z.object({ receipt: Unbinding.shape.receipt, closedAt: Unbinding.shape.closedAt, closed: Unbinding.shape.closed, left: Unbinding.shape.left, bindings: z.array(z.string()) });

/** What an account is told of unbindings, the newest first. */
export const Note = z.object({ done: z.array(Done), ended: z.optional(EndedBinding) });
export type Note = z.infer<typeof Note>;

export interface Noting {
  readonly unbinding: Unbinding;
  readonly chosen: readonly { readonly id: string; readonly account: string }[];
  readonly by: Closer;
  readonly reason: UnbindReason;
}

/** More than a holder can make in a day. */
const KEPT = 5;

const told = ({ unbinding: { receipt, closedAt }, by, reason }: Noting): EndedBinding => ({
  receipt,
  closedAt,
  by: by.kind,
  reason,
  ...(by.kind === 'holder' ? { channel: by.channel, device: `····${by.device.slice(-4)}` } : {}),
});

/** An account's note with one more unbinding; of its own end where its binding is among those that ended. */
export function noted(before: Note | undefined, account: string, noting: Noting): Note {
  const done = [{ ...noting.unbinding, bindings: noting.chosen.map(({ id }) => id) }, ...(before?.done ?? [])].slice(0, KEPT);
  return noting.chosen.some((seat) => seat.account === account) ? { done, ended: told(noting) } : { ...before, done };
}

/** The accounts whose notes an unbinding adds to: those that ended, and whoever asked. */
export const readersOf = ({ chosen, by }: Noting): readonly string[] => [...new Set([...chosen.map(({ account }) => account), ...(by.kind === 'holder' ? [by.account] : [])])];

/** What was done already: the binding of this name or, while nothing is bound, all of them. */
export function doneBefore({ done }: Note, binding: string): Unbinding | undefined {
  const found = done.find(({ bindings, left }) => (binding === 'all' ? left === 0 : bindings.includes(binding)));
  if (!found) return undefined;
  const { bindings, ...unbinding } = found;
  return unbinding;
}
