import type { Seen } from '../faults/answerer';
import { askOutside } from './outside-call';
import { optionsIn, type Outcome } from './words';

export const CALLS_USAGE = 'calls [--seen]';

interface Calls {
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly seen: readonly Seen[];
}

const seenLine = ({ at, upstream, call, fault }: Seen) => `${at}　${upstream} ${call}${fault ? `　※ ${fault}` : ''}`;

/** The calls that a fault can be ordered for, or those that came in last. */
export async function calls(words: readonly string[], outside: string): Promise<Outcome> {
  const given = optionsIn(words, ['seen']);
  const { known, seen } = (await askOutside(outside, { method: 'GET', path: '/calls' })) as Calls;
  const lines = given['seen'] ? seen.map(seenLine) : Object.entries(known).flatMap(([upstream, names]) => names.map((name) => `${upstream} ${name}`));
  return { code: 0, out: lines.join('\n') || '还没有调用 / no calls yet' };
}
