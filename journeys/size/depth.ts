import { isPlain } from '../host/plain';

/** How deep elements lie in each other in what was sent to a page: each has its children under `cn`. */
export const depthOf = (text: string): number => {
  const below = (value: unknown): number => {
    if (Array.isArray(value)) return Math.max(0, ...value.map(below));
    if (!isPlain(value)) return 0;
    return Math.max(0, ...Object.entries(value).map(([key, each]) => below(each) + (/(^|\.)cn$/.test(key) ? 1 : 0)));
  };
  return below(JSON.parse(text));
};
