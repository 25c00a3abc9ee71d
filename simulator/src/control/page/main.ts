import type { Seen } from '../../faults/answerer';
import type { Fault, Upstream } from '../../faults/kinds';
import { byId, element, follow } from '../../web/page/dom';
import type { Row } from '../control';
import { type Known, prepareForm, showActive } from './faults-form';
import { type Doing, prepareTools, showPersons } from './persons-table';
import { CALL_NAMES, KIND_NAMES, UPSTREAM_NAMES } from './words';

const EVERY_MS = 1500;
const SHOWN = 60;

const FORMAT = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });

const tell = (answers: boolean) => {
  byId('silent').hidden = answers;
};

const callRow = ({ at, upstream, call, fault }: Seen) =>
  element(
    'tr',
    { className: fault ? 'failed' : '' },
    element('td', {}, FORMAT.format(new Date(at))),
    element('td', {}, UPSTREAM_NAMES[upstream as Upstream]),
    element('td', {}, CALL_NAMES[call] ?? '', element('code', {}, call)),
    element('td', {}, fault ? KIND_NAMES[fault] : ''),
  );

let isPrepared = false;

function showCalls({ known, seen }: { readonly known: Known; readonly seen: readonly Seen[] }): void {
  if (!isPrepared) prepareForm(known, doing);
  isPrepared = true;
  byId('seen').replaceChildren(...seen.slice(0, SHOWN).map(callRow));
}

const looks = [
  follow<readonly Fault[]>({ path: '/faults', every: EVERY_MS, show: showActive, tell }),
  follow<Parameters<typeof showCalls>[0]>({ path: '/calls', every: EVERY_MS, show: showCalls, tell }),
  follow<readonly Row[]>({ path: '/persons', every: EVERY_MS, show: (rows) => showPersons(rows, doing), tell }),
];

const doing: Doing = (work) => {
  const shown = work().then(
    () => '',
    (error: unknown) => `没有改成：${(error as Error).message}`,
  );
  void shown.then(async (note) => {
    byId('note').textContent = note;
    await Promise.all(looks.map((look) => look()));
  });
};

prepareTools(doing);
