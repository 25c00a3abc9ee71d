import { join } from 'node:path';

/** What Taro keeps its minifier from doing for the sake of engines that are gone from every platform. */
const COMPRESS = [
  'arguments', 'arrows', 'collapse_vars', 'comparisons', 'computed_props', 'directives', 'hoist_props', 'inline', 'loops', 'negate_iife', 'properties', 'reduce_funcs', 'reduce_vars', 'switches', 'typeofs',
];

/** What keeps the packages of the mini-programs small; `npm run size` measures it. */
export const lean = {
  /** Chinese texts as they are, not as six-byte escapes. */
  terser: { enable: true, config: { compress: { ...Object.fromEntries(COMPRESS.map((name) => [name, true])), ecma: 2015 as const, passes: 2 }, output: { ascii_only: false, ecma: 2015 as const } } },
  /** How deep elements may lie in each other before the templates continue in a component; no page reaches it (journeys/size/size.test.ts). */
  baseLevel: 10,
  /** React never sets inner HTML by itself, and no page does. */
  runtime: { enableInnerHTML: false },
};

/** Taro's functions without the parts of its runtime that nothing uses. */
export const taroApi = { '@tarojs/taro$': join(__dirname, 'taro-api.js') };
