import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { cachedFolder } from './cache';

export interface Chromium {
  readonly path: string;
  /** Variables that it needs besides the usual ones. */
  readonly env: Readonly<Record<string, string>>;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'];

const installed = (): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE].find((path) => existsSync(path));
};

/** The package carries a build for Linux on x64, compressed with Brotli. */
const packed = (file: string): string => {
  const main = createRequire(__filename).resolve('@sparticuz/chromium');
  return join(main.slice(0, main.lastIndexOf('@sparticuz')), '@sparticuz/chromium/bin', file);
};

const unpack = async (file: string, to: string): Promise<void> => pipeline(createReadStream(packed(file)), createBrotliDecompress(), createWriteStream(to, { mode: 0o755 }));

const starts = ({ path, env }: Chromium): boolean => {
  try {
    execFileSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** The unpacked build; on a computer without the NSS libraries, with those that the package brings. */
const unpacked = async (): Promise<Chromium> => {
  const folder = await cachedFolder('chromium-147', (draft) => unpack('chromium.br', join(draft, 'chromium')));
  const chromium = { path: join(folder, 'chromium'), env: {} };
  if (starts(chromium)) return chromium;
  const libraries = await cachedFolder('chromium-147-libraries', async (draft) => {
    await unpack('al2023.tar.br', join(draft, 'libraries.tar'));
    execFileSync('tar', ['-xf', 'libraries.tar'], { cwd: draft });
  });
  return { path: chromium.path, env: { LD_LIBRARY_PATH: join(libraries, 'lib') } };
};

/** CHROMIUM_PATH, else an installed Chromium or Chrome, else the one from npm. */
export const findChromium = async (): Promise<Chromium> => {
  const path = process.env['CHROMIUM_PATH'] ?? installed();
  return path === undefined || path === '' ? unpacked() : { path, env: {} };
};

