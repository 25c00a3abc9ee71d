import { element } from '../../web/page/dom';
import type { Letter } from '../inbox';

const FORMAT = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const timeOf = ({ at }: Letter) => element('time', { dateTime: at }, FORMAT.format(new Date(at)));

/** A code stands out, as phones show it. */
const withCode = (text: string): (Node | string)[] =>
  text.split(/((?<!\d)\d{6}(?!\d))/).map((part) => (/^\d{6}$/.test(part) ? element('b', {}, part) : part));

const bubble = ({ text = '', title }: Letter) => element('p', { className: 'bubble' }, ...withCode([title, text].filter(Boolean).join('\n')));

const rows = (lines: NonNullable<Letter['lines']>) => element('dl', {}, ...lines.flatMap(({ name, value }) => [element('dt', {}, name), element('dd', {}, value)]));

/** Where a tap on the message leads: the web build of the mini-program, in this person's hands. */
const doorOf = ({ app, page }: Letter, person: string) => {
  const href = `/?channel=${app}&person=${encodeURIComponent(person)}#/${(page ?? '').replace(/^\//, '')}`;
  return page === undefined ? element('div', { className: 'end' }) : element('a', { href, target: '_blank' }, '进入小程序');
};

const card = (letter: Letter, person: string) => {
  const { from, title, text, lines = [] } = letter;
  const parts = [title && element('h3', {}, title), text && element('p', {}, text), lines.length > 0 && rows(lines)].filter((part) => part instanceof HTMLElement);
  return element('section', { className: 'card' }, element('p', { className: 'from' }, from), ...parts, doorOf(letter, person));
};

/** One message as its app shows it, with its time above. */
export const letterView = (letter: Letter, person: string): HTMLElement[] => [timeOf(letter), letter.app === 'sms' ? bubble(letter) : card(letter, person)];
