import { type Fault, FAULT_KINDS, type FaultKind, UPSTREAMS, USUAL_MS } from '../../faults/kinds';
import { ask, byId, element, elementOf, option } from '../../web/page/dom';
import type { Doing } from './persons-table';
import { CALL_NAMES, KIND_NAMES, UPSTREAM_NAMES } from './words';

export type Known = Readonly<Record<string, readonly string[]>>;

const select = (id: string) => elementOf(id, HTMLSelectElement);
const input = (id: string) => elementOf(id, HTMLInputElement);

const ANY = '';

const callName = (call: string) => (CALL_NAMES[call] ? `${CALL_NAMES[call]}　${call}` : call);

function showCalls(known: Known): void {
  const calls = known[select('upstream').value] ?? [];
  select('call').replaceChildren(option(ANY, '全部调用'), ...calls.map((call) => option(call, callName(call))));
}

/** The time matters for some kinds only. */
function showMs(): void {
  const usual = USUAL_MS[select('kind').value as FaultKind];
  byId('ms-label').hidden = usual === undefined;
  input('ms').value = String(usual ?? '');
}

function ordered(): Fault {
  const call = select('call').value;
  const ms = input('ms').value;
  return {
    upstream: select('upstream').value as Fault['upstream'],
    kind: select('kind').value as FaultKind,
    times: Number(input('times').value),
    ...(call !== ANY && { call }),
    ...(ms !== '' && { ms: Number(ms) }),
  };
}

/** The form with which a failure is ordered. */
export function prepareForm(known: Known, doing: Doing): void {
  select('upstream').replaceChildren(...[...UPSTREAMS, '*' as const].map((name) => option(name, UPSTREAM_NAMES[name])));
  select('kind').replaceChildren(...FAULT_KINDS.map((kind) => option(kind, KIND_NAMES[kind])));
  select('upstream').onchange = () => showCalls(known);
  select('kind').onchange = showMs;
  byId('clear').onclick = () => doing(() => ask('DELETE', '/faults'));
  elementOf('order', HTMLFormElement).onsubmit = (event) => {
    event.preventDefault();
    doing(() => ask('POST', '/faults', ordered()));
  };
  showCalls(known);
  showMs();
}

const faultText = ({ upstream, call, kind, times, ms }: Fault) =>
  `${UPSTREAM_NAMES[upstream]}　${call === undefined ? '全部调用' : callName(call)}　${KIND_NAMES[kind]}${ms === undefined ? '' : `　${ms} 毫秒`}　还有 ${times} 次`;

/** What is ordered and has not all hit yet. */
export function showActive(faults: readonly Fault[]): void {
  elementOf('clear', HTMLButtonElement).disabled = faults.length === 0;
  const none = element('li', { className: 'none' }, '没有故障，一切正常。');
  byId('active').replaceChildren(...(faults.length === 0 ? [none] : faults.map((fault) => element('li', {}, faultText(fault)))));
}
