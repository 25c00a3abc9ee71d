import { type AxeResults, type RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** Contrast is measured on all targets alike (stage/contrast.ts). Taro scrolls inside an element that takes no focus: the web build is a preview, phones scroll by touch. */
const LEFT_OUT = { 'color-contrast': { enabled: false }, 'scrollable-region-focusable': { enabled: false } };

const WCAG: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], rules: LEFT_OUT };

declare global {
  interface Window {
    axe: { run(options: RunOptions): Promise<AxeResults> };
  }
}

/** Of which elements the page consists, whatever they say. Runs in the page. */
const shapeOf = (): string => [...document.body.querySelectorAll('*')].map((element) => `${element.tagName}.${element.className} ${element.getAttributeNames().join(' ')} ${element.getAttribute('role') ?? ''}`).join('\n');

/** Looks at each shape of a page once: refusals differ in their words alone. */
export const eachShapeOnce = (look: (page: Page) => Promise<readonly string[]>): ((page: Page) => Promise<readonly string[]>) => {
  const seen = new Set<string>();
  return async (page) => {
    const shape = await page.evaluate(shapeOf);
    if (seen.has(shape)) return [];
    seen.add(shape);
    return look(page);
  };
};

/** What axe finds on a page against WCAG 2.2 AA. */
export const violationsOn = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((options) => window.axe.run(options), WCAG);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
};
