import { type Fault, FAULT_KINDS } from '../faults/kinds';
import { askOutside } from './outside-call';
import { Misused, optionsIn, type Outcome } from './words';

export const FAULT_USAGE = `fault --list | fault --clear | fault --upstream weapp|alipay|sms|bureau|all --kind ${FAULT_KINDS.join('|')} [--call NAME] [--times N] [--ms N]`;

const line = ({ upstream, call, kind, times, ms }: Fault) => `${upstream}${call ? ` ${call}` : ''}: ${kind}${ms === undefined ? '' : ` ${ms} ms`} × ${times}`;

const listed = (faults: unknown): Outcome => ({ code: 0, out: (faults as Fault[]).map(line).join('\n') || '没有设置故障 / no faults set' });

const asNumber = (value: string | true | undefined, fallback?: number) => (value === undefined ? fallback : Number(value));

function ordered(words: Readonly<Record<string, string | true>>): object {
  const { upstream, kind, call, times, ms } = words;
  if (upstream === undefined || kind === undefined) throw new Misused(FAULT_USAGE);
  return { upstream: upstream === 'all' ? '*' : upstream, kind, call, times: asNumber(times, 1), ms: asNumber(ms) };
}

/** Orders, lists or clears failures of the simulated outside world. */
export async function fault(words: readonly string[], outside: string): Promise<Outcome> {
  const given = optionsIn(words, ['list', 'clear', 'upstream', 'kind', 'call', 'times', 'ms']);
  if (given['clear']) return listed(await askOutside(outside, { method: 'DELETE', path: '/faults' }));
  if (given['list'] || words.length === 0) return listed(await askOutside(outside, { method: 'GET', path: '/faults' }));
  return listed(await askOutside(outside, { method: 'POST', path: '/faults', body: ordered(given) }));
}
