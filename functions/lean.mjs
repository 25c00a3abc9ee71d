/** How bundles leave out what they do not use: whole modules of the SDK, and the halves of others. */
import { readFileSync } from 'node:fs';
import { endpointsOf, FILES, KNOWN_ERRORS, PACKAGES } from './left-out.mjs';

const anyOf = (names) => names.map((name) => name.replace(/[.]/g, '\\$&')).join('|');

const endOf = (path) => Object.keys(FILES).find((end) => path.endsWith(`/${end}`));

const leftOut = {
  name: 'left-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(${anyOf(Object.keys(PACKAGES))})$`) }, ({ path }) => ({ path, namespace: 'left-out', sideEffects: false }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: PACKAGES[path] }));
    onLoad({ filter: new RegExp(`/node_modules/.*/(${anyOf(Object.keys(FILES))})$`) }, ({ path }) => ({ contents: FILES[endOf(path)] }));
  },
};

const CLIENT = /@aws-sdk\/client-([a-z-]+)\//;

const endpoints = {
  name: 'endpoints',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/dist-es\/endpoint\/endpointResolver\.js$/ }, ({ path }) => ({ contents: endpointsOf(CLIENT.exec(path)[1]) }));
  },
};

const isKept = (line) => {
  const [, error] = /^n0_registry\.registerError\(\w+\$, (\w+)\);$/.exec(line.trim()) ?? [];
  return error === undefined || KNOWN_ERRORS.includes(error);
};

/** A computed name could run code, so esbuild would keep every shape that has one; written out, it lets go of those that nobody uses. */
function writtenOut(source) {
  const names = new Map([...source.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, name, value]) => [name, value]));
  return source.replace(/\[(_\w+)\]:/g, (computed, name) => (names.has(name) ? `${names.get(name)}:` : computed));
}

/** Each client describes every shape of its service and registers every error, a class and a shape each. */
const fewShapes = {
  name: 'few-shapes',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/dist-es\/schemas\/schemas_0\.js$/ }, ({ path }) => ({ contents: writtenOut(readFileSync(path, 'utf8')).split('\n').filter(isKept).join('\n') }));
  },
};

/** Of its package.json each client wants the version, for the user agent. */
const versionOnly = {
  name: 'version-only',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/package\.json$/ }, ({ path }) => ({ contents: JSON.stringify({ version: JSON.parse(readFileSync(path, 'utf8')).version }), loader: 'json' }));
  },
};

/** Only defines things, without saying so in its package.json: bundles that do not sign with SM2 shall not carry it. */
const smCryptoOnlyWhereUsed = {
  name: 'sm-crypto-only-where-used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^sm-crypto-v2$/ }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === 'found') return undefined;
      return { ...(await resolve(path, { importer: asked.importer, resolveDir: asked.resolveDir, kind: asked.kind, pluginData: 'found' })), sideEffects: false };
    });
  },
};

/** A constant made by a call, from the margin to its semicolon. */
const MADE = /^((?:export )?const \w+(?:: [^=\n]+)? = )((?:new )?[A-Za-z][\w.]*\([\s\S]*?);$(?=\n(?:\S|$))/gm;

const isEntry = (path) => path.includes('/lambda/');

/**
 * Our own modules promise to have no side effects, but esbuild keeps each constant that is made by a call, such as a schema, as soon as it
 * keeps anything of the module. Said of the constant itself, it goes when nobody asks for it.
 */
const constantsOnlyWhereUsed = {
  name: 'constants-only-where-used',
  setup({ onLoad }) {
    onLoad({ filter: /\/(shared|functions)\/src\/.*\.ts$/ }, ({ path }) => (isEntry(path) ? undefined : { contents: readFileSync(path, 'utf8').replace(MADE, '$1/* @__PURE__ */ (() => $2)();'), loader: 'ts' }));
  },
};

export const lean = [leftOut, endpoints, constantsOnlyWhereUsed, fewShapes, versionOnly, smCryptoOnlyWhereUsed];
