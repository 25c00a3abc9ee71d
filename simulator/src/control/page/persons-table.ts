import { CASES, type CaseName } from '../../persons/cases';
import { ask, byId, element, elementOf, option } from '../../web/page/dom';
import type { Row } from '../control';
import { ACCOUNT_NAMES, BUREAU_NAMES, FACE_NAMES, INSURED_NAMES } from './words';

type Switch = keyof Row['switches'];
type Names = Readonly<Record<string, string>>;

/** Asks, shows the outcome and tells what was refused. */
export type Doing = (work: () => Promise<unknown>) => void;

const AS_MADE = '';

const set = (doing: Doing, { id }: Row, [name, value]: readonly [Switch, unknown]) =>
  doing(() => ask('POST', '/persons/switch', { person: id, switches: { [name]: value === AS_MADE ? null : value } }));

/** What can be chosen; without a choice of its own, the person is as made. */
function chooser(row: Row, [name, label]: readonly [Switch, string], { names, made, doing }: { names: Names; made: string; doing: Doing }): HTMLTableCellElement {
  const now = row.switches[name];
  const chosen = now === undefined ? AS_MADE : String(now);
  const choices = [option(AS_MADE, made, chosen), ...Object.entries(names).map(([value, text]) => option(value, text, chosen))];
  const onchange = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    set(doing, row, [name, name === 'subscribes' && value !== AS_MADE ? value === 'true' : value]);
  };
  return element('td', {}, element('select', { id: `${row.id}-${name}`, ariaLabel: `${row.name}：${label}`, className: now === undefined ? '' : 'is-set', onchange }, ...choices));
}

function phoneField(row: Row, [name, label]: readonly ['weappPhone' | 'alipayPhone', string], doing: Doing): HTMLTableCellElement {
  const value = name === 'weappPhone' ? row.accountPhone.weapp : row.accountPhone.alipay;
  const onchange = (event: Event) => set(doing, row, [name, (event.target as HTMLInputElement).value.trim()]);
  const className = row.switches[name] === undefined ? '' : 'is-set';
  return element('td', {}, element('input', { id: `${row.id}-${name}`, ariaLabel: `${row.name}：${label}`, type: 'tel', maxLength: 11, value, className, onchange }));
}

const insuredText = ({ insured }: Row) => (insured.length === 0 ? '原样：没有记录' : `原样：${insured.length}条`);

function rowOf(row: Row, doing: Doing): HTMLTableRowElement {
  const { id, name, idNumber, story, switches, face, account, bureauName } = row;
  const isSwitched = Object.keys(switches).length > 0;
  const reset = element('button', { type: 'button', id: `${id}-reset`, disabled: !isSwitched, onclick: () => doing(() => ask('POST', '/persons/reset', { person: id })) }, '还原');
  const as = (key: Switch, text: string) => (switches[key] === undefined ? `原样：${text}` : '原样');
  return element(
    'tr',
    { className: isSwitched ? 'switched' : '' },
    element('td', {}, element('b', {}, name), element('small', {}, id), element('small', {}, idNumber), element('p', {}, story)),
    chooser(row, ['face', '刷脸'], { names: FACE_NAMES, made: as('face', FACE_NAMES[face]), doing }),
    chooser(row, ['account', '实名'], { names: ACCOUNT_NAMES, made: as('account', account?.name ?? '没有实名'), doing }),
    chooser(row, ['bureauName', '医保局姓名'], { names: BUREAU_NAMES, made: as('bureauName', bureauName), doing }),
    chooser(row, ['insured', '参保记录'], { names: INSURED_NAMES, made: switches.insured === undefined ? insuredText(row) : '原样', doing }),
    chooser(row, ['subscribes', '消息'], { names: { true: '接收', false: '拒收' }, made: as('subscribes', row.subscribes ? '接收' : '拒收'), doing }),
    phoneField(row, ['weappPhone', '微信手机号'], doing),
    phoneField(row, ['alipayPhone', '支付宝手机号'], doing),
    element('td', {}, reset),
  );
}

/** The table, rebuilt; what has the focus keeps it. */
export function showPersons(rows: readonly Row[], doing: Doing): void {
  const focused = document.activeElement?.id;
  byId('persons').replaceChildren(...rows.map((row) => rowOf(row, doing)));
  if (focused) document.getElementById(focused)?.focus();
}

/** Buttons above the table. */
export function prepareTools(doing: Doing): void {
  const names = Object.keys(CASES) as CaseName[];
  const cases = elementOf('case', HTMLSelectElement);
  cases.append(...names.map((name) => option(name, `${name}　${CASES[name].story.slice(0, 16)}`)));
  byId('make').onclick = () => doing(() => ask('POST', '/phone/persons', { case: cases.value }));
  byId('reset-all').onclick = () => doing(() => ask('POST', '/persons/reset', {}));
}
