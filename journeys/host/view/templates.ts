import { TmplGroup } from 'glass-easel-template-compiler';
import { type Bundle } from '../bundle';
import { isPlain, textOf } from '../plain';
import { DIALECTS, type Platform } from '../platform';
import { type Problems } from '../problems';
import { axmlToWxml, sjsToWxs } from './axml';
import { noteStrangers } from './strangers';

const FATAL = new Set(['Error', 'Fatal']);

const without = (file: string, suffix: string) => file.slice(0, -suffix.length);

const remark = (problems: Problems, file: string, found: unknown): void => {
  if (!isPlain(found)) return;
  const { level, message, startLine } = found;
  const text = `line ${Number(startLine) + 1}: ${textOf(level)}: ${textOf(message)}`;
  if (FATAL.has(textOf(level))) problems.add('broken-template', file, text);
  else problems.warnings.push(`${file}: ${text}`);
};

// the compiler renders nothing for a template that is not defined; the platforms warn
const LOOKUP = 'return S[P]}';
const REPORTED_LOOKUP = 'return S[P]||absent(P)}';

/**
 * Compiles all templates and scripts of a bundle with WeChat's own compiler.
 * The result is the text of a function, see Templates.
 */
export const compileTemplates = (bundle: Bundle, platform: Platform, problems: Problems): string => {
  const { template, script } = DIALECTS[platform];
  const alipay = platform === 'alipay';
  const group = new TmplGroup();
  noteStrangers(bundle, platform, problems);
  for (const file of bundle.ending(template)) {
    const found: unknown = group.addTmpl(without(file, template), alipay ? axmlToWxml(bundle.read(file)) : bundle.read(file));
    for (const each of Array.isArray(found) ? found : []) remark(problems, file, each);
  }
  for (const file of bundle.ending(script)) group.addScript(without(file, script), alipay ? sjsToWxs(bundle.read(file)) : bundle.read(file));
  const code = group.getTmplGenObjectGroups();
  group.free();
  return `((absent) => ${code.replaceAll(LOOKUP, REPORTED_LOOKUP)})`;
};
