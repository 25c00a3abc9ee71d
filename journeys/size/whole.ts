import { pagesOf, type Bundle } from '../host/bundle';
import { resolveFrom } from '../host/paths';
import { isPlain, plainOf, textOf } from '../host/plain';
import { DIALECTS, type Platform } from '../host/platform';

const packagesOf = (bundle: Bundle): string[] => {
  const app = bundle.json('app.json');
  const packages: unknown = app['subPackages'] ?? app['subpackages'];
  return (Array.isArray(packages) ? packages : []).filter(isPlain).map(({ root }) => `${textOf(root).replace(/\/$/, '')}/`);
};

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);

/** What one file says it needs of others. */
const referencesIn = (bundle: Bundle, file: string): string[] => {
  const text = bundle.read(file);
  if (file.endsWith('.js')) return matches(text, /\brequire\("([./][^"]*)"\)/g).map((name) => resolveFrom(file, name.replace(/(\.js)?$/, '.js')));
  if (/\.(wx|ac)ss$/.test(file)) return matches(text, /@import\s+(?:url\()?["']([^"']+)["']/g).map((name) => resolveFrom(file, name));
  if (/\.(wx|ax)ml$/.test(file)) return matches(text, /<(?:import|include|wxs|import-sjs)\b[^>]*?\b(?:src|from)="([^"]+)"/g).map((name) => resolveFrom(file, name));
  return [];
};

const componentsOf = (bundle: Bundle, file: string): string[] => Object.values(plainOf(bundle.json(file)['usingComponents'])).map((name) => `${resolveFrom(file, textOf(name))}.js`);

/** A package may use what lies in itself and in the main package, which is always there; nothing else need be loaded. */
const isReachable = (packages: readonly string[], from: string, to: string): boolean => {
  const home = packages.find((root) => to.startsWith(root));
  return home === undefined || from.startsWith(home);
};

const referenceFaults = (bundle: Bundle): string[] => {
  const packages = packagesOf(bundle);
  const files = ['.js', '.json', '.wxss', '.acss', '.wxml', '.axml'].flatMap((suffix) => bundle.ending(suffix));
  return files.flatMap((file) => {
    const wanted = file.endsWith('.json') ? componentsOf(bundle, file) : referencesIn(bundle, file);
    return wanted.flatMap((to) => {
      if (!bundle.has(to)) return [`${file} needs ${to}, which is not there`];
      return isReachable(packages, file, to) ? [] : [`${file} needs ${to} of another package`];
    });
  });
};

const pageFaults = (bundle: Bundle, platform: Platform): string[] => {
  const { template } = DIALECTS[platform];
  const pages = pagesOf(bundle);
  const missing = pages.flatMap((page) => ['.js', '.json', template].map((suffix) => `${page}${suffix}`)).filter((file) => !bundle.has(file));
  const twice = pages.filter((page, at) => pages.indexOf(page) !== at);
  return [...missing.map((file) => `${file} is missing`), ...twice.map((page) => `${page} is listed twice`)];
};

/** What the platform's tool would refuse when the mini-program is uploaded: pages, parts and packages that do not fit together. */
export const faultsOf = (bundle: Bundle, platform: Platform): string[] => [...pageFaults(bundle, platform), ...referenceFaults(bundle)];
