import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { bundleOf, type Bundle } from './bundle';

const TEXT = /\.(js|json|wxml|axml|wxss|acss|wxs|sjs|css|svg)$/;

/** Reads the text files of a compiled bundle, e.g. miniapp/dist/weapp. */
export const filesIn = (directory: string): Record<string, string> => {
  if (!existsSync(join(directory, 'app.json'))) throw new Error(`no compiled mini-program in ${directory}: build it first, e.g. npm run build:weapp`);
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => TEXT.test(name) && statSync(join(directory, name)).isFile());
  return Object.fromEntries(names.map((name) => [name.split(sep).join('/'), readFileSync(join(directory, name), 'utf8')]));
};

export const bundleIn = (directory: string): Bundle => bundleOf(filesIn(directory));
