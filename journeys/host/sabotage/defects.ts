import { DIALECTS, type Platform } from '../platform';
import { type ProblemKind } from '../problems';

/** The files of a compiled bundle, by their path. */
export type Files = Readonly<Record<string, string>>;

/** Something that a phone fails on, put into a copy of the compiled output. */
export interface Defect {
  readonly name: string;
  /** The problem as which the host has to report it; `walk`: nothing to report, but a person gets no further. */
  readonly caughtAs: ProblemKind | 'walk';
  /** Both platforms where it is left out. */
  readonly platform?: Platform;
  readonly plant: (files: Files, platform: Platform) => Files;
}

const changed = (files: Files, isMeant: (path: string) => boolean, change: (text: string, path: string) => string): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, isMeant(path) ? change(text, path) : text]));

/** Code at the end of the entry page's file. */
const code = (text: string | ((api: string) => string)) => (files: Files, platform: Platform) =>
  changed(files, (path) => path === 'pages/home/home.js', (before) => `${before}\n;${typeof text === 'string' ? text : text(DIALECTS[platform].api)}`);

const later = (text: string) => `setTimeout(function(){${text}},0);`;

const inCode = (wanted: RegExp, becomes: string) => (files: Files) => changed(files, (path) => path.endsWith('.js'), (text) => text.replace(wanted, becomes));

const inTemplates = (wanted: RegExp, becomes: string) => (files: Files, platform: Platform) =>
  changed(files, (path) => path.endsWith(DIALECTS[platform].template), (text) => text.replace(wanted, becomes));

const without = (pattern: RegExp) => (files: Files) => Object.fromEntries(Object.entries(files).filter(([path]) => !pattern.test(path)));

const TAP = /\b(bindtap|onTap)=/g;

export const DEFECTS: readonly Defect[] = [
  { name: 'a global of browsers', caughtAs: 'missing-global', plant: code(later('document.title="x"')) },
  { name: 'a global of Node', caughtAs: 'missing-global', plant: code(later('process.env')) },
  { name: 'a web API: fetch', caughtAs: 'missing-global', plant: code(later('fetch("/")')) },
  { name: 'Intl, which Android’s engine lacks', caughtAs: 'missing-global', plant: code(later('new Intl.NumberFormat("zh-CN")')) },
  { name: 'a global of browsers, while the file of a page loads', caughtAs: 'missing-global', plant: code('window.name="x"') },
  { name: 'eval, survived', caughtAs: 'forbidden-eval', plant: code('try{eval("1")}catch(e){}') },
  { name: 'new Function, survived', caughtAs: 'forbidden-eval', plant: code('try{new Function("return 1")}catch(e){}') },
  { name: 'the constructor of async functions, survived', caughtAs: 'forbidden-eval', plant: code('try{Object.getPrototypeOf(async function(){}).constructor("return 1")}catch(e){}') },
  { name: 'text given to a timer', caughtAs: 'forbidden-eval', plant: code('setTimeout("1",0)') },
  { name: 'an error while the app starts', caughtAs: 'uncaught-error', plant: (files) => changed(files, (path) => path === 'app.js', (text) => `throw new Error("planted");${text}`) },
  { name: 'an error in a timer', caughtAs: 'uncaught-error', plant: code(later('throw new Error("planted")')) },
  { name: 'a function that the platform does not have', caughtAs: 'uncaught-error', plant: code((api) => later(`${api}.payWithoutAsking({})`)) },
  { name: 'a rejection that nobody handles', caughtAs: 'unhandled-rejection', plant: code('Promise.reject(new Error("planted"))') },
  { name: 'an address that is not registered', caughtAs: 'unlisted-address', plant: inCode(/http:\/\/127\.0\.0\.1:8787/g, 'https://elsewhere.invalid') },
  { name: 'a page that is missing in app.json', caughtAs: 'unknown-page', plant: (files) => changed(files, (path) => path === 'app.json', (text) => text.replace(/\{"root":"pages\/settings","pages":\["settings"\]\},/, '')) },
  { name: 'a page path that is misspelt', caughtAs: 'unknown-page', plant: inCode(/\/pages\/settings\/settings/g, '/pages/setting/settings') },
  { name: 'pages opened without end', caughtAs: 'too-many-pages', plant: code((api) => `var left=11;setTimeout(function more(){if(left--)${api}.navigateTo({url:"/pages/region/region",complete:more})},0)`) },
  { name: 'a setData of more than 1024 kB', caughtAs: 'oversized-data', plant: code(later('getCurrentPages()[0].setData({large:"x".repeat(1100000)})')) },
  { name: 'a component that nobody has', caughtAs: 'unknown-component', plant: inTemplates(/<(\/?)button\b/g, '<$1buton') },
  { name: 'an event that nobody sends', caughtAs: 'unknown-event', plant: (files, platform) => inTemplates(TAP, platform === 'weapp' ? 'bindtab=' : 'onTab=')(files, platform) },
  { name: 'a handler that the page does not have', caughtAs: 'unknown-handler', plant: inTemplates(/\b(bindtap|onTap)="\w+"/g, '$1="handle"') },
  { name: 'a handler that was left out', caughtAs: 'walk', plant: inTemplates(/\s(bindtap|onTap)="\w+"/g, '') },
  { name: 'an ability that no button has', caughtAs: 'unknown-ability', plant: inTemplates(/open-type="[^"]*"/g, 'open-type="getTelephone"') },
  { name: 'a template that is not defined', caughtAs: 'broken-template', plant: inTemplates(/<template name="([^"]*)">(?=(?:(?!<\/template>)[\s\S])*<text\b)/g, '<template name="$1-gone">') },
  { name: 'an expression that does not end', caughtAs: 'broken-template', plant: inTemplates(/open-type="\{\{([^"}]*)\}\}"/g, 'open-type="{{$1"') },
  { name: 'a page without its template', caughtAs: 'broken-template', plant: without(/^pages\/home\/home\.[wa]xml$/) },
  { name: 'an import that leads nowhere', caughtAs: 'broken-template', plant: inTemplates(/<import src="[^"]*base\./g, '<import src="../../bases.') },
  { name: 'a component whose file is missing', caughtAs: 'uncaught-error', platform: 'weapp', plant: without(/^comp\.js$/) },
];
