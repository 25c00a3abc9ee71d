import { textOf } from '../plain';
import { walk, type ViewNode } from '../view/node';

const INLINE = new Set(['text', 'span', '#text', 'block']);
const TYPED = new Set(['input', 'textarea']);

const lineBreak = (out: string) => (out === '' || out.endsWith('\n') ? out : `${out}\n`);

const append = (out: string, node: ViewNode): string => {
  if (node.text !== undefined) return out + node.text;
  const block = !INLINE.has(node.tag);
  let grown = block ? lineBreak(out) : out;
  if (TYPED.has(node.tag)) grown += `[${textOf(node.attribute('value'))}]`;
  for (const child of node.children) grown = append(grown, child);
  return block ? lineBreak(grown) : grown;
};

/** What can be read: a line per block, typed values in brackets. */
export const readable = (node: ViewNode): string => append('', node).trim();

/** The innermost thing whose text contains `text`; line breaks do not count. */
export const holding = (root: ViewNode, text: string): ViewNode | undefined =>
  [...walk(root)].filter((node) => node.text === undefined && readable(node).replace(/\n/g, '').includes(text)).at(-1);

const label = ({ tag, id, classes }: ViewNode) => `<${tag}${id === '' ? '' : ` #${id}`}${classes.map((name) => ` .${name}`).join('')}>`;

/** The page as an indented tree, for messages and for looking at it. */
export const outline = (node: ViewNode, depth = 0): string => {
  const indent = '  '.repeat(depth);
  if (node.text !== undefined) return `${indent}${JSON.stringify(node.text)}`;
  return [`${indent}${label(node)}`, ...node.children.map((child) => outline(child, depth + 1))].join('\n');
};
