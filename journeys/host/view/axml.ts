// AXML to WXML: only the names of attributes and script tags differ; texts and expressions are the same.

const TAG = /<[a-zA-Z][\w-]*(?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*\s*\/?>/g;
const ATTRIBUTE = /\s[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/g;
const NAME = /[^\s=]+/;
const IMPORT_SCRIPT = /<import-sjs\s+([^>]*?)\/?>(\s*<\/import-sjs>)?/g;

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const attributeName = (name: string): string => {
  if (name.startsWith('a:')) return `wx:${name.slice(2)}`;
  if (/^on[A-Z]/.test(name)) return `bind:${lowerFirst(name.slice(2))}`;
  if (/^catch[A-Z]/.test(name)) return `catch:${lowerFirst(name.slice(5))}`;
  return name;
};

const quoted = (attributes: string, name: string): string => new RegExp(`${name}="([^"]+)"`).exec(attributes)?.[1] ?? '';

export const axmlToWxml = (source: string): string =>
  source
    .replace(IMPORT_SCRIPT, (_tag, attributes: string) => `<wxs module="${quoted(attributes, 'name')}" src="${quoted(attributes, 'from').replace(/\.sjs$/, '.wxs')}" />`)
    .replace(TAG, (tag) => tag.replace(ATTRIBUTE, (attribute) => attribute.replace(NAME, attributeName)))
    .replace(/\.axml"/g, '.wxml"');

export const sjsToWxs = (source: string): string =>
  source.replace(/^\s*import\s+(\w+)\s+from\s+['"](.+?)\.sjs['"];?/gm, "var $1 = require('$2.wxs')").replace(/export\s+default\s+/, 'module.exports = ');
