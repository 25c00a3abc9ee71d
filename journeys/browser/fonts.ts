import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedFolder } from './cache';
import { sfntOf } from './sfnt';

const WEIGHTS = [400, 500, 600, 700];
const SUBSETS = ['chinese-simplified', 'latin'];

const source = (subset: string, weight: number): Buffer => {
  const folder = dirname(createRequire(__filename).resolve('@fontsource/noto-sans-sc/package.json'));
  return readFileSync(join(folder, 'files', `noto-sans-sc-${subset}-${weight}-normal.woff`));
};

/** Our fonts first, so that pictures look alike everywhere; the computer's own for what is not in them. */
const configuration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}/index</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  ${['sans-serif', 'system-ui', '-apple-system', 'PingFang SC', 'Microsoft YaHei']
    .map((family) => `<match target="pattern"><test name="family"><string>${family}</string></test><edit name="family" mode="prepend" binding="strong"><string>Noto Sans SC</string></edit></match>`)
    .join('\n  ')}
</fontconfig>
`;

/** Makes Chinese letters available to Chromium: the path for FONTCONFIG_FILE. A fresh computer has none. */
export const chineseFonts = async (): Promise<string> => {
  const folder = await cachedFolder('fonts', (draft) => {
    for (const subset of SUBSETS) for (const weight of WEIGHTS) writeFileSync(join(draft, `${subset}-${weight}.ttf`), sfntOf(source(subset, weight)));
  });
  const file = join(folder, 'fonts.conf');
  writeFileSync(file, configuration(folder));
  return file;
};
