import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page } from 'playwright-core';

interface Picture {
  readonly file: string;
  readonly title: string;
}

const html = (chapters: ReadonlyMap<string, readonly Picture[]>): string => {
  const figures = (pictures: readonly Picture[]) => pictures.map(({ file, title }) => `<figure><a href="${file}"><img loading="lazy" src="${file}"></a><figcaption>${title}</figcaption></figure>`).join('');
  const sections = [...chapters].map(([name, pictures]) => `<h2>${name}</h2><div>${figures(pictures)}</div>`).join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>pictures</title>
<style>body{font:15px sans-serif;margin:24px}div{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}figure{margin:0;width:260px}img{width:100%;border:1px solid #ccc}</style>${sections}</html>`;
};

/** How high the window must be to show everything; some pages scroll inside an element. Runs in the page. */
const heightOfAll = (): number => {
  const hidden = [...document.querySelectorAll('*')].map((element) => element.scrollHeight - element.clientHeight).filter((rest) => rest > 0);
  return window.innerHeight + Math.max(0, ...hidden);
};

/** Whether nothing slides or fades; what moves for longer than a second, moves on. Runs in the page. */
const isStill = (): boolean => !document.getAnimations().some((each) => each.playState === 'running' && Number(each.effect?.getComputedTiming().endTime) <= 1000);

/** Lets a page finish sliding in. */
const untilStill = async (page: Page): Promise<void> => {
  for (let looks = 0; looks < 5; ) {
    looks = (await page.evaluate(isStill)) ? looks + 1 : 0;
    await page.waitForTimeout(30);
  }
};

/** Screenshots in a folder, by chapter and number, with a page that shows them all. */
export class Album {
  private readonly chapters = new Map<string, Picture[]>();

  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  /** Takes the whole page, also what one would scroll to. */
  async take(page: Page, chapter: string, title: string): Promise<void> {
    const pictures = this.chapters.get(chapter) ?? [];
    const file = `${chapter}-${String(pictures.length + 1).padStart(2, '0')}-${title}.png`;
    await untilStill(page);
    const usual = page.viewportSize() ?? { width: 375, height: 667 };
    await page.setViewportSize({ width: usual.width, height: Math.max(usual.height, await page.evaluate(heightOfAll)) });
    await page.screenshot({ path: join(this.folder, file) });
    await page.setViewportSize(usual);
    this.chapters.set(chapter, [...pictures, { file, title }]);
    writeFileSync(join(this.folder, 'index.html'), html(this.chapters));
  }
}
