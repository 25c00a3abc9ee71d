import { pagesOf, type Bundle } from '../bundle';
import { resolveFrom } from '../paths';
import { plainOf, textOf } from '../plain';
import { type Problems } from '../problems';
import { type Realm } from '../realm';
import { type Registry, type View } from '../view/view';

export interface Loader {
  /** Runs a file of the bundle once and gives its exports. */
  require(file: string): unknown;
  /** Runs the file of a page and those of its components, once. */
  register(route: string): void;
  /** The globals Page, Component and Behavior: they belong to the file that is being registered. */
  readonly registry: Registry;
}

interface Module {
  exports: unknown;
}

const NOBODY: Registry = {
  Page: () => {
    throw new Error('Page() was called outside of a page file');
  },
  Component: () => {
    throw new Error('Component() was called outside of a component file');
  },
  Behavior: () => {
    throw new Error('Behavior() was called outside of a component file');
  },
};

const script = (path: string) => (path.endsWith('.js') ? path : `${path}.js`);

/** The CommonJS loader of a bundle; `realm` and `view` come later because the realm's globals include the registry. */
export const createLoader = ({ bundle, problems }: { bundle: Bundle; problems: Problems }, realm: () => Realm, view: () => View): Loader => {
  const modules = new Map<string, Module>();
  const registered = new Set<string>();
  let current = NOBODY;

  const load = (path: string): unknown => {
    const file = script(path);
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    if (!bundle.has(file)) throw new Error(`module '${file}' is not defined`);
    const module: Module = { exports: realm().adopt({}) };
    modules.set(file, module);
    const body = realm().load(bundle.read(file), file);
    body.call(undefined, (reference) => load(resolveFrom(file, reference)), module, module.exports);
    return module.exports;
  };

  const define = (file: string, kind: 'page' | 'component') => {
    view().define(file, kind, (registry) => {
      const outer = current;
      current = registry;
      try {
        load(file);
      } finally {
        current = outer;
      }
    });
  };

  const components = (file: string): string[] => {
    const declared = { ...plainOf(bundle.json('app.json')['usingComponents']), ...plainOf(bundle.json(`${file}.json`)['usingComponents']) };
    return Object.values(declared).map((path) => resolveFrom(file, textOf(path)));
  };

  const register = (file: string, kind: 'page' | 'component') => {
    if (registered.has(file)) return;
    registered.add(file);
    for (const component of components(file)) register(component, 'component');
    define(file, kind);
  };

  /** A file that fails while it is loaded is the app's uncaught error, whoever hears of it besides. */
  const guarded = (file: string, work: () => void): void => {
    try {
      work();
    } catch (cause) {
      problems.add('uncaught-error', file, cause);
      throw cause;
    }
  };

  return {
    require: (file) => {
      guarded(file, () => load(file));
      return modules.get(script(file))?.exports;
    },
    register: (route) => {
      if (!pagesOf(bundle).includes(route)) throw new Error(`page "${route}" is not found`);
      guarded(route, () => {
        register(route, 'page');
      });
    },
    registry: {
      Page: (definition) => current.Page(definition),
      Component: (definition) => current.Component(definition),
      Behavior: (definition) => current.Behavior(definition),
    },
  };
};
