// Runs in the browser: looks at the page that shows, as a careful person would.

import { contrastOf, isFaint } from './contrast';
import { popUps, promotions, toldByColour } from './manners';
import { type Untold, untold } from './spoken';

export interface Finding {
  readonly what:
    | 'blank' | 'raw text' | 'too wide' | 'cut off' | 'text outside its box' | 'overlapping targets' | 'target too small' | 'text too small' | 'broken word'
    | Untold | 'contrast too low' | 'told by colour alone' | 'promotion' | 'pop-up';
  readonly where: string;
}

const TARGETS = 'button, input, [role="button"], [role="switch"], [role="radio"], [role="checkbox"], [aria-role="button"], [aria-role="switch"], [aria-role="radio"], [aria-role="checkbox"]';
const RAW = /undefined|\[object|\bNaN\b|\bnull\b|Invalid Date|\{\w+\}|[A-Z]{3,}_[A-Z]+|\b[a-z]+\.[a-z]+[A-Z]\w*/;
/** Points, by experience with fingers and eyes: WCAG and the rules for big text. */
const LEAST = { usual: { target: 44, text: 12 }, elder: { target: 60, text: 18 } } as const;
const SLACK = 1;

const isSeen = (element: Element): boolean => element.checkVisibility() && element.getClientRects().length > 0;

const pageShown = (): Element => [...document.querySelectorAll('.page')].filter(isSeen).at(-1) ?? document.body;

const nameOf = (element: Element): string => `${element.id === '' ? element.className || element.tagName.toLowerCase() : `#${element.id}`} “${element.textContent.slice(0, 20)}”`;

const texts = (page: Element): Text[] => {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) if (node.textContent?.trim() !== '' && node.parentElement !== null && isSeen(node.parentElement)) nodes.push(node as Text);
  return nodes;
};

const boxOf = (text: Text): DOMRect => {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect();
};

/** The nearest box that is drawn as one; text that reaches over its edge is seen to do so. */
const frameOf = (text: Text): Element | null => text.parentElement?.closest('.button, .card, .notice, .choice, .hero, .keypad__key, .field__input, .page') ?? null;

const isOutside = (text: Text): boolean => {
  const frame = frameOf(text)?.getBoundingClientRect();
  const box = boxOf(text);
  return frame !== undefined && (box.left < frame.left - SLACK || box.right > frame.right + SLACK || box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK);
};

const LATIN_WORD = /[A-Za-z]{3,}/g;

/** In the middle of a word no line ends. */
const isBroken = (text: Text): boolean =>
  [...text.data.matchAll(LATIN_WORD)].some(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const tops = [...range.getClientRects()].map(({ top }) => top);
    return Math.max(...tops) - Math.min(...tops) > SLACK;
  });

const isCut = (element: Element): boolean => {
  if (!(element instanceof HTMLElement)) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  const across = element.scrollWidth > element.clientWidth + SLACK && overflowX !== 'visible';
  return across || (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + SLACK);
};

const isWide = (element: Element): boolean => {
  const { left, right, width } = element.getBoundingClientRect();
  return width > 0 && (left < -SLACK || right > window.innerWidth + SLACK);
};

const overlap = (one: Element, other: Element): boolean => {
  if (one.contains(other) || other.contains(one)) return false;
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK;
};

const isSmall = (target: Element, least: number): boolean => {
  const { width, height } = (target.closest('.field__input') ?? target).getBoundingClientRect();
  return width < least - SLACK || height < least - SLACK;
};

const finding = (what: Finding['what']) => (element: Element): Finding => ({ what, where: nameOf(element) });

const faint = (element: Element): Finding => ({ what: 'contrast too low', where: `${nameOf(element)} ${contrastOf(element).toFixed(2)}` });

const inText = (page: Element, least: number): Finding[] => {
  const all = texts(page);
  const parents = (chosen: Text[]) => chosen.map((text) => text.parentElement ?? page);
  return [
    ...parents(all.filter(({ data }) => RAW.test(data))).map(finding('raw text')),
    ...parents(all.filter(isOutside)).map(finding('text outside its box')),
    ...parents(all.filter(isBroken)).map(finding('broken word')),
    ...parents(all).filter((element) => parseFloat(getComputedStyle(element).fontSize) < least).map(finding('text too small')),
    ...[...new Set(parents(all))].filter(isFaint).map(faint),
    ...(all.length === 0 && page.querySelector('.skeleton') === null ? [finding('blank')(page)] : []),
  ];
};

/** Everything that is wrong with the page that shows. */
export const inspect = (wished?: boolean): Finding[] => {
  const page = pageShown();
  const elder = wished ?? page.classList.contains('page--elder');
  page.classList.toggle('page--elder', elder);
  const least = elder ? LEAST.elder : LEAST.usual;
  const within = [page, ...page.querySelectorAll('*')].filter((element) => isSeen(element) && !(element instanceof SVGElement));
  const targets = [...page.querySelectorAll(TARGETS)].filter(isSeen);
  const pairs = targets.flatMap((one, at) => targets.slice(at + 1).filter((other) => overlap(one, other)));
  return [
    ...inText(page, least.text),
    ...within.filter(isWide).map(finding('too wide')),
    ...within.filter(isCut).map(finding('cut off')),
    ...pairs.map(finding('overlapping targets')),
    ...targets.filter((target) => isSmall(target, least.target)).map(finding('target too small')),
    ...untold(page).filter(({ element }) => isSeen(element)).map(({ what, element }) => ({ what, where: nameOf(element) })),
    ...toldByColour(page).filter(isSeen).map(finding('told by colour alone')),
    ...(elder ? [...promotions(page).filter(isSeen).map(finding('promotion')), ...popUps(page).filter(isSeen).map(finding('pop-up'))] : []),
    ...(document.documentElement.scrollWidth > window.innerWidth ? [finding('too wide')(document.documentElement)] : []),
  ];
};
