import { isPlain, plainOf, type Plain } from './plain';

/** The files of a compiled mini-program, by their path from its root. */
export interface Bundle {
  has(file: string): boolean;
  read(file: string): string;
  /** An absent JSON file is an empty one, as on the platforms. */
  json(file: string): Plain;
  ending(suffix: string): string[];
}

export const bundleOf = (files: Readonly<Record<string, string>>): Bundle => {
  const read = (file: string) => {
    const text = files[file];
    if (text === undefined) throw new Error(`the bundle has no file ${file}`);
    return text;
  };
  return {
    has: (file) => file in files,
    read,
    json: (file) => (file in files ? plainOf(JSON.parse(read(file))) : {}),
    ending: (suffix) => Object.keys(files).filter((file) => file.endsWith(suffix)),
  };
};

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []);

/** All pages of the app, those of sub-packages included, the entry page first. */
export const pagesOf = (bundle: Bundle): string[] => {
  const app = bundle.json('app.json');
  const packages: unknown = app['subPackages'] ?? app['subpackages'];
  const inPackages = (Array.isArray(packages) ? packages : []).filter(isPlain).flatMap((sub) => {
    const root = String(sub['root']).replace(/\/$/, '');
    return strings(sub['pages']).map((page) => `${root}/${page}`);
  });
  return [...strings(app['pages']), ...inPackages];
};

/** Pages on the tab bar; they follow other navigation rules. */
export const tabsOf = (bundle: Bundle): string[] => {
  const bar = plainOf(bundle.json('app.json')['tabBar']);
  const list: unknown = bar['list'] ?? bar['items'];
  return (Array.isArray(list) ? list : []).filter(isPlain).map((tab) => String(tab['pagePath']));
};
