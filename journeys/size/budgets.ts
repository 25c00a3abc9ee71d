import { type Platform } from '../host/platform';

/** Bytes. */
const KB = 1000;

/** What a phone may have to load, at most. */
export const MAIN_PACKAGE: Readonly<Record<Platform, number>> = { weapp: 450 * KB, alipay: 400 * KB };
export const ALL_PACKAGES = 1000 * KB;
export const FIRST_DATA = 20 * KB;

/**
 * From launch to the code, against an empty Taro page's text on the same machine in the same run. The aim is what a page takes that reads the seed and
 * draws the code, and nothing else; the budget is what is kept (docs/adr/0021).
 */
export const LAUNCH_RATIO = 2.4;
export const LAUNCH_AIM = 1.3;

/** What the templates hold before they continue in a component: one less than Taro's `baseLevel`, miniapp/config/lean.ts. */
export const DEPTH = 9;
