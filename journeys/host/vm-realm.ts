import { createContext, runInContext } from 'node:vm';
import { isCallback, type Callback } from './plain';
import { type MakeRealm } from './realm';

// Runs inside the new world: Date follows the phone's clock, text is never made into code (but `Function('return this')`, which the platforms
// let pass), and what WeChat and Alipay do not have is taken away (Intl is missing on Android only).
const PRELUDE = `(now, forbidden) => {
  const global = globalThis
  const RealDate = Date
  global.Date = class Date extends RealDate {
    constructor (...parts) { if (parts.length === 0) super(now()); else super(...parts) }
    static now () { return now() }
  }
  const refuse = (code) => { forbidden(code); throw new EvalError('Code generation from strings disallowed for this context') }
  const make = (parts) => parts.length === 1 && /^return this;?$/.test(parts[0].trim()) ? () => global : refuse(parts.join(', '))
  const RealFunction = Function
  global.Function = new Proxy(RealFunction, {
    apply: (target, self, parts) => make(parts.map(String)),
    construct: (target, parts) => make(parts.map(String)),
  })
  RealFunction.prototype.constructor = global.Function
  for (const kind of [async () => {}, function* () {}, async function* () {}]) {
    Object.defineProperty(Object.getPrototypeOf(kind), 'constructor', { value: function () { return refuse([].join.call(arguments, ', ')) } })
  }
  global.eval = (code) => typeof code === 'string' ? refuse(code) : code
  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'Intl']) delete global[name]
  const RealPromise = Promise
  return { parse: JSON.parse, Object: Object, promise: (outer) => new RealPromise((resolve, reject) => { outer.then(resolve, reject) }) }
}`;

interface Inside {
  parse(text: string): unknown;
  promise(outer: Promise<unknown>): Promise<unknown>;
  readonly Object: Callback;
}

/** An own V8 context: ECMAScript and the given globals, nothing of Node or a browser. */
export const vmRealm: MakeRealm = ({ globals, now, forbidden }) => {
  const context = createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } });
  const enter = runInContext(PRELUDE, context, { filename: 'platform:///prelude.js' }) as (now: () => number, forbidden: (code: string) => void) => Inside;
  const inside = enter(now, forbidden);
  return {
    load: (code, file) => {
      const body: unknown = runInContext(`(function (require, module, exports) {${code}\n})`, context, { filename: `app:///${file}` });
      if (!isCallback(body)) throw new Error(`${file} is not a script`);
      return body;
    },
    adopt: <T>(value: T): T => (value === undefined ? value : (inside.parse(JSON.stringify(value)) as T)),
    promise: (outer) => inside.promise(outer),
    owns: (value) => typeof value === 'object' && value instanceof inside.Object,
  };
};
