import { type Bundle } from '../bundle';
import { plainOf } from '../plain';
import { DIALECTS, type Platform } from '../platform';
import { type Problems } from '../problems';
import { isComponent, isEvent } from './vocabulary';

const TAG = /<([a-zA-Z][\w-]*)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/?>/g;
const NOT_MARKUP = /<!--[\s\S]*?-->|(?<=<wxs\b[^>]*>)[\s\S]*?(?=<\/wxs>)/g;
const HANDLER: Readonly<Record<Platform, RegExp>> = {
  weapp: /\s(?:capture-)?(?:mut-)?(?:bind|catch):?([a-zA-Z]+)\s*=/g,
  alipay: /\s(?:capture)?(?:on|catch)([A-Z][a-zA-Z]*)\s*=/gi,
};

/** Tags that some page, component or the app itself declares as its own components. */
const declaredIn = (bundle: Bundle): ReadonlySet<string> => new Set(bundle.ending('.json').flatMap((file) => Object.keys(plainOf(bundle.json(file)['usingComponents']))));

const captured = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map((found) => found[1] ?? '');

/**
 * Notes components that neither the platform nor the bundle has, and handlers of events that no built-in component sends.
 * The platforms draw nothing for the first and never call the second, without a word.
 */
export const noteStrangers = (bundle: Bundle, platform: Platform, problems: Problems): void => {
  const own = declaredIn(bundle);
  for (const file of bundle.ending(DIALECTS[platform].template)) {
    const found = [...bundle.read(file).replace(NOT_MARKUP, '').matchAll(TAG)].map(([, tag = '', attributes = '']) => ({ tag, attributes }));
    const components = found.map(({ tag }) => tag).filter((tag) => !own.has(tag) && !isComponent(tag, platform));
    const events = found.filter(({ tag }) => !own.has(tag)).flatMap(({ attributes }) => captured(HANDLER[platform], attributes)).filter((name) => !isEvent(name));
    for (const tag of new Set(components)) problems.add('unknown-component', file, `nobody knows the component <${tag}>`);
    for (const name of new Set(events)) problems.add('unknown-event', file, `no built-in component sends the event "${name}"`);
  }
};
