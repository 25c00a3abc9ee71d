import { type Answers, QUESTIONS } from './questions';

type Tree = { [name: string]: Tree | string };

const literal = (value: unknown) => (typeof value === 'string' ? `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'` : String(value));

/** The answers as lines of the file, nested by their paths, each below its explanation. */
function treeOf(answers: Answers): Tree {
  const tree: Tree = {};
  for (const { path, asks } of QUESTIONS) {
    if (!answers.has(path)) continue;
    const names = path.split('.');
    const place = names.slice(0, -1).reduce<Tree>((at, name) => (at[name] ??= {}) as Tree, tree);
    place[names.at(-1)!] = `/** ${asks} */ ${literal(answers.get(path))}`;
  }
  return tree;
}

function linesOf(tree: Tree, indent: string): string[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    if (typeof value !== 'string') return [`${indent}${name}: {`, ...linesOf(value, `${indent}  `), `${indent}},`];
    const [, comment, text] = /^(\/\*\*.*?\*\/) (.*)$/.exec(value)!;
    return [`${indent}${comment}`, `${indent}${name}: ${text},`];
  });
}

const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A bureau file: TypeScript, checked by the same schema when it is loaded, each field with its explanation. */
export const fileText = (code: string, answers: Answers) =>
  [
    "import { bureau } from '../bureau/bureau';",
    '',
    '/** 由 npm run bureau:new 写成，可以直接修改；每次部署前都会检查。 */',
    `export const ${camel(String(answers.get('id')))} = bureau({`,
    '  /** 行政区划代码（GB/T 2260），文件名与它相同 */',
    `  code: ${literal(code)},`,
    ...linesOf(treeOf(answers), '  '),
    '});',
    '',
  ].join('\n');
