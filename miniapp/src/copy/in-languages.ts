import { languageNow } from '../state/language';

/** The same shape in other words. What is missing in it does not compile: neither a text nor an item of a list. */
export type Words<T> = T extends string ? string : T extends (...given: infer G) => infer R ? (...given: G) => Words<R> : { readonly [K in keyof T]: Words<T[K]> };

type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Groups within are joined when they are first read: at the start of the app nothing is read but the page that opens. */
function reading(zh: Group, en: Group): Group {
  const words = {};
  for (const key of Object.keys(zh)) {
    const [chinese, english] = [zh[key], en[key]];
    let group: Group | undefined;
    const said = () => (languageNow() === 'en' ? english : chinese);
    const get = () => (isGroup(chinese) && isGroup(english) ? (group ??= reading(chinese, english)) : said());
    Object.defineProperty(words, key, { enumerable: true, get });
  }
  return words;
}

/** Words that are read in the language which is chosen at that moment; so read them when they are shown, not before. */
export const inLanguages = <T extends object>({ zh, en }: { readonly zh: T; readonly en: Words<T> }): Words<T> => reading(zh as Group, en as Group) as Words<T>;
