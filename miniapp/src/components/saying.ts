import { everywhere } from '../copy/everywhere';

/** All that stands in a row, as one thing to be said: a name given to a row is read instead of what is in it. */
export const saying = (title: string, ...more: readonly (string | undefined)[]): string => more.reduce<string>((said, part) => (part ? everywhere.pair(said, part) : said), title);
