// Runs inside the browser: what a screen reader is told of the page. Taro's own elements on the web hold native ones, which speak through them.

/** The platforms name the attribute differently. */
const ROLES = ['role', 'aria-role'];

const TAPPABLE = ['button', 'switch', 'radio', 'checkbox', 'textbox'];
const CHOSEN = ['switch', 'radio', 'checkbox'];
const NATIVE = 'button, input, taro-button-core, taro-input-core';
const PICTURES = 'image, img, taro-image-core';

const said = (element: Element, name: string): string => element.getAttribute(name)?.trim() ?? '';

const roleOf = (element: Element): string => ROLES.map((name) => said(element, name)).find((role) => role !== '') ?? '';

const isWithin = (element: Element, outer: string): boolean => element.parentElement?.closest(outer) != null;

const above = (element: Element): Element[] => (element.parentElement === null ? [element] : [element, ...above(element.parentElement)]);

const isTold = (picture: Element): boolean => above(picture).some((one) => said(one, 'aria-hidden') === 'true' || (['img', 'button'].includes(roleOf(one)) && said(one, 'aria-label') !== ''));

const FAULTS = {
  'no role': (element: Element) => element.matches(NATIVE) && !isWithin(element, 'taro-button-core, taro-input-core') && roleOf(element) === '',
  'no name': (element: Element) => TAPPABLE.includes(roleOf(element)) && said(element, 'aria-label') === '',
  'not said whether chosen': (element: Element) => CHOSEN.includes(roleOf(element)) && said(element, 'aria-checked') === '',
  'takes a tap without a role': (element: Element) => said(element, 'hover-class').endsWith('--pressed') && roleOf(element) === '',
  'picture without words': (element: Element) => element.matches(PICTURES) && !isTold(element),
};

export type Untold = keyof typeof FAULTS;

/** Everything of which a screen reader is not told what it has to know. */
export const untold = (page: Element): { readonly what: Untold; readonly element: Element }[] => {
  const all = [...page.querySelectorAll('*')];
  return (Object.keys(FAULTS) as Untold[]).flatMap((what) => all.filter(FAULTS[what]).map((element) => ({ what, element })));
};
