import { type MakeRealm, type ModuleBody } from '../../host/realm';
import { copyOf, type Callback } from '../../host/plain';

/** What a browser has and a mini-program has not. */
const HIDDEN = [
  'window', 'document', 'self', 'top', 'parent', 'location', 'history', 'navigator', 'performance', 'fetch', 'XMLHttpRequest', 'localStorage', 'sessionStorage', 'alert', 'MessageChannel', 'requestAnimationFrame',
  'cancelAnimationFrame', 'URL', 'URLSearchParams', 'FormData', 'HTMLElement', 'Element', 'Node', 'Event', 'process', 'global',
];

const SLOT = '__previewModule';

/** Date by the phone's clock. */
const dateBy = (now: () => number) =>
  class PhoneDate extends Date {
    static override now = now;
    constructor(...parts: readonly unknown[]) {
      super(...((parts.length === 0 ? [now()] : parts) as [number]));
    }
  };

/**
 * The app's code in a browser page, for pictures: the browser's globals are hidden behind parameters, not taken away.
 * Code is run by script elements, so that its errors have a file name.
 */
export const scriptRealm: MakeRealm = ({ globals, now }) => {
  const shadows: Record<string, unknown> = { ...Object.fromEntries(HIDDEN.map((name) => [name, undefined])), Date: dateBy(now), globalThis: { ...globals }, ...globals };
  const names = Object.keys(shadows);
  return {
    load: (code, file) => {
      const script = document.createElement('script');
      script.textContent = `window.${SLOT} = function (${names.join(', ')}) { return function (require, module, exports) {${code}\n} }\n//# sourceURL=app:///${file}`;
      document.head.append(script);
      script.remove();
      const make = (window as unknown as Record<string, Callback>)[SLOT];
      if (make === undefined) throw new Error(`${file} is not a script`);
      return make(...names.map((name) => shadows[name])) as ModuleBody;
    },
    adopt: copyOf,
    promise: (outer) => outer,
    owns: () => false,
  };
};
