import type { BindingView, Channel } from '@yibao/shared';

/** What is about to be ended: one binding, or all of them. */
export interface Ending {
  readonly target: BindingView | 'all';
  /** All that there are. */
  readonly bindings: readonly BindingView[];
}

const staying = ({ target, bindings }: Ending) => (target === 'all' ? [] : bindings.filter(({ id }) => id !== target.id));

/** The channels in which the voucher goes on. */
export const channelsLeft = (ending: Ending): readonly Channel[] => staying(ending).map(({ channel }) => channel);

/** Nothing is bound afterwards, so the PIN goes too. */
export const isLast = (ending: Ending) => staying(ending).length === 0;

/** This phone may show no code afterwards. */
export const endsHere = ({ target }: Ending) => target === 'all' || target.current;
