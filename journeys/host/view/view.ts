import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { type Bundle } from '../bundle';
import { resolveFrom } from '../paths';
import { plainOf, textOf, type Plain } from '../plain';
import { DIALECTS, type Platform } from '../platform';
import { type Problems } from '../problems';
import { viewDefinition } from './definition';
import { listening, type ListenNeeds } from './listening';
import { type ViewNode } from './node';
import { viewNode } from './tree';

/** What App code sees as `this` in a page. */
export type PageInstance = Plain & { setData(data: Plain, done?: unknown): void };

/** One opened page. */
export interface Screen {
  readonly instance: PageInstance;
  attach(): void;
  root(): ViewNode;
  close(): void;
}

/** The constructors that exist while a page's or component's file runs. */
export interface Registry {
  Page(definition: unknown): void;
  Component(definition: unknown): void;
  Behavior(definition: unknown): unknown;
}

export interface View {
  define(file: string, kind: 'page' | 'component', run: (registry: Registry) => void): void;
  open(route: string): Screen;
  stop(): void;
}

/** Where pages are drawn: nowhere, or into elements of a browser's document. */
export interface Canvas {
  readonly context: glassEasel.GeneralBackendContext;
  /** Style of a file in the browser's language; undefined draws without style. */
  readonly styleOf: ((file: string) => string) | undefined;
  attach(root: { attach(parent: glassEasel.GeneralBackendElement, placeholder: glassEasel.GeneralBackendElement): void }, component: glassEasel.GeneralComponent): void;
  detach(component: glassEasel.GeneralComponent): void;
}

/** The result of compileTemplates, as a function; `absent` hears the name of a template that is used but not defined. */
export type Templates = (absent: (name: unknown) => void) => glassEasel.template.ProcGenGroupList;

export interface ViewNeeds extends ListenNeeds {
  readonly bundle: Bundle;
  readonly platform: Platform;
  readonly problems: Problems;
  readonly templates: Templates;
  readonly canvas: Canvas;
}

/** No DOM at all. */
export const emptyCanvas = (): Canvas => ({
  context: new glassEasel.EmptyBackendContext(),
  styleOf: undefined,
  attach: (_root, component) => glassEasel.Element.pretendAttached(component),
  detach: (component) => glassEasel.Element.pretendDetached(component),
});

const usedComponents = (bundle: Bundle, file: string): Record<string, string> => {
  const declared = { ...plainOf(bundle.json('app.json')['usingComponents']), ...plainOf(bundle.json(`${file}.json`)['usingComponents']) };
  return Object.fromEntries(Object.entries(declared).map(([tag, path]) => [tag, `/${resolveFrom(file, textOf(path))}`]));
};

/** The view half of the platform: WeChat's glass-easel, for both platforms. */
export const createView = (needs: ViewNeeds): View => {
  const { bundle, platform, problems, canvas } = needs;
  const onError = (error: unknown, method?: string) => {
    problems.add('uncaught-error', method ?? 'view', error);
    return false;
  };
  const onWarning = (message: string) => {
    problems.warnings.push(message);
    return false;
  };
  glassEasel.addGlobalErrorListener(onError);
  glassEasel.addGlobalWarningListener(onWarning);
  const groups = needs.templates((name) => void problems.add('broken-template', 'template', `there is no template named "${textOf(name)}"`));
  const environment = new MiniProgramEnv();
  const space = environment.createCodeSpace('', true);
  const backend = environment.associateBackend(canvas.context);
  const addStyle = (file: string) => {
    if (canvas.styleOf === undefined || !bundle.has(file + DIALECTS[platform].style)) return;
    space.addStyleSheet(file, file);
    backend.registerStyleSheetContent(file, canvas.styleOf(file));
  };
  addStyle('app');
  return {
    define: (file, kind, run) => {
      const content = groups[file];
      if (content === undefined) problems.add('broken-template', file, 'there is no template file');
      else space.addCompiledTemplate(file, { groupList: groups, content: listening(content, needs), fallbackListenerOnNativeNode: true });
      space.addComponentStaticConfig(file, { ...bundle.json(`${file}.json`), ...(kind === 'component' ? { component: true } : {}), usingComponents: usedComponents(bundle, file) });
      addStyle(file);
      space.componentEnv(file, (registry) => {
        const native = registry as unknown as Registry;
        run({
          Page: (given) => native.Page(viewDefinition(given, 'page', platform)),
          Component: (given) => native.Component(viewDefinition(given, kind, platform)),
          Behavior: (given) => native.Behavior(given),
        });
      });
    },
    open: (route) => {
      const root = backend.createRoot('mp-root', space, route);
      const component = root.getComponent();
      return {
        instance: root.get() as unknown as PageInstance,
        attach: () => canvas.attach(root, component),
        root: () => viewNode(component.getShadowRoot() ?? component),
        close: () => canvas.detach(component),
      };
    },
    stop: () => {
      glassEasel.removeGlobalErrorListener(onError);
      glassEasel.removeGlobalWarningListener(onWarning);
    },
  };
};
