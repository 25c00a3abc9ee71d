import { svgUri } from '../../components/svg-uri';

/** Lines of a phone and, in colour, what to tap. Everything is drawn on a field of 120 by 150. */
const PHONE = '<rect x="18" y="6" width="84" height="138" rx="12" fill="#fff" stroke="#8a919f" stroke-width="2.5"/>';
const LINES = '<path d="M30 58h60M30 72h44" stroke="#d5dbe5" stroke-width="5" stroke-linecap="round"/>';
const QUIET = 'fill="#e3e8f0"';
const LOUD = 'fill="#0b57d0"';

const capsule = (loud: boolean) =>
  `<rect x="60" y="18" width="36" height="18" rx="9" fill="${loud ? '#e8f0fe' : '#fff'}" stroke="${loud ? '#0b57d0' : '#c3cad6'}" stroke-width="2"/>` +
  [68, 73, 78].map((x) => `<circle cx="${x}" cy="27" r="2" fill="${loud ? '#0b57d0' : '#8a919f'}"/>`).join('') +
  `<circle cx="88" cy="27" r="3.5" fill="none" stroke="#8a919f" stroke-width="1.8"/>`;

const square = (x: number, y: number, loud: boolean) => `<rect x="${x}" y="${y}" width="18" height="18" rx="5" ${loud ? LOUD : QUIET}/>`;

const ROW = [27, 51, 75];

/** The menu that comes from below, with one of its entries. */
const menu = (chosen: number) =>
  `<path d="M19.5 92h81v40a11 11 0 01-11 11h-59a11 11 0 01-11-11z" fill="#f2f5fa"/>${ROW.map((x, at) => square(x, 102, at === chosen)).join('')}<path d="M30 130h12M54 130h12M78 130h12" stroke="#c3cad6" stroke-width="3" stroke-linecap="round"/>`;

const star = '<path d="M60 105.5l1.9 3.9 4.3.6-3.1 3 .7 4.3-3.8-2-3.8 2 .7-4.3-3.1-3 4.3-.6z" fill="#fff"/>';
const plus = '<path d="M84 106v10M79 111h10" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/>';

const drawing = (inside: string) => svgUri(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 150" width="360" height="450">${PHONE}${inside}</svg>`);

/** The steps to a shortcut: the menu, 我的小程序, the desktop. */
export const STEPS = [
  drawing(`${capsule(true)}${LINES}`),
  drawing(`${capsule(false)}${LINES}${menu(1)}${star}`),
  drawing(`${capsule(false)}${LINES}${menu(2)}${plus}`),
] as const;
