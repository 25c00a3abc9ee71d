import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { bundleOf } from '../host/bundle';
import { isPlain } from '../host/plain';

export interface File {
  readonly path: string;
  readonly bytes: number;
}

/** What a phone loads at once: the main package, or a sub-package when one of its pages is opened. */
export interface Package {
  /** Its folder; the main package has none. */
  readonly root: string;
  readonly bytes: number;
  readonly files: readonly File[];
}

/** Licences stay at home: the platforms' tools do not upload them. */
const isUploaded = (path: string) => !path.endsWith('.LICENSE.txt') && !path.startsWith('.');

const filesOf = (directory: string): File[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, stat: statSync(join(directory, name)) }))
    .filter(({ name, stat }) => stat.isFile() && isUploaded(name))
    .map(({ name, stat }) => ({ path: name.split(sep).join('/'), bytes: stat.size }))
    .sort((a, b) => b.bytes - a.bytes);

const rootsOf = (directory: string): string[] => {
  const app = bundleOf({ 'app.json': readFileSync(join(directory, 'app.json'), 'utf8') }).json('app.json');
  const packages: unknown = app['subPackages'] ?? app['subpackages'];
  return (Array.isArray(packages) ? packages : []).filter(isPlain).map(({ root }) => String(root).replace(/\/$/, ''));
};

const sum = (files: readonly File[]) => files.reduce((bytes, file) => bytes + file.bytes, 0);

const packageOf = (root: string, files: readonly File[]): Package => ({ root, files, bytes: sum(files) });

/** The packages of a compiled mini-program, the main one first. A file belongs to the longest root that it lies in. */
export const weigh = (directory: string): Package[] => {
  const roots = rootsOf(directory).sort((a, b) => b.length - a.length);
  const homeOf = ({ path }: File) => roots.find((root) => path.startsWith(`${root}/`)) ?? '';
  const files = filesOf(directory);
  return ['', ...roots.sort()].map((root) => packageOf(root, files.filter((file) => homeOf(file) === root)));
};

export const total = (packages: readonly Package[]): number => packages.reduce((bytes, each) => bytes + each.bytes, 0);
