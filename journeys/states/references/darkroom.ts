import { build } from 'esbuild';
import { join } from 'node:path';
import { type OpenBrowser } from '../../browser/open';
import { type Difference } from './compare-entry';
import { palettePng } from './palette-png';

/** Where pictures are made small and compared. */
export interface Darkroom {
  /** The same picture in a few colours, at most 256. */
  reduce(png: Uint8Array, colours?: number): Promise<Buffer>;
  compare(before: Uint8Array, after: Uint8Array): Promise<Difference>;
  close(): Promise<void>;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const openDarkroom = async (browser: OpenBrowser): Promise<Darkroom> => {
  const context = await browser.desk();
  const page = await context.newPage();
  const { outputFiles } = await build({ entryPoints: [join(__dirname, 'compare-entry.ts')], bundle: true, write: false, format: 'iife', platform: 'browser' });
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  return {
    reduce: async (png, most = 256) => {
      const { colours, pixels, ...size } = await page.evaluate(([given, few]) => window.darkroom.reduce(given, few), [base64(png), most] as const);
      return palettePng({ ...size, colours: Uint8Array.from(colours), pixels: Buffer.from(pixels, 'base64') });
    },
    compare: (before, after) => page.evaluate(([one, other]) => window.darkroom.compare(one, other), [base64(before), base64(after)] as const),
    close: () => context.close(),
  };
};
