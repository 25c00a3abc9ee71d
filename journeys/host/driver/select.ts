import { textOf } from '../plain';
import { truthy, walk, type ViewNode } from '../view/node';

const ATTRIBUTE = /^\[([\w-]+)(?:="?([^"\]]*)"?)?\]$/;

const matchesPart = (node: ViewNode, part: string): boolean => {
  if (part.startsWith('#')) return node.id === part.slice(1);
  if (part.startsWith('.')) return node.classes.includes(part.slice(1));
  const [, name, value] = ATTRIBUTE.exec(part) ?? [];
  if (name === undefined) return node.tag === part;
  const found = node.attribute(name);
  return value === undefined ? truthy(found) : textOf(found) === value;
};

const matches = (node: ViewNode, simple: string): boolean => node.text === undefined && simple.split(/(?=[#.[])/).every((part) => matchesPart(node, part));

const within = (node: ViewNode, outer: string[]): boolean => {
  let wanted = outer.length;
  for (let at = node.parent; at !== undefined && wanted > 0; at = at.parent) if (matches(at, outer[wanted - 1] ?? '')) wanted--;
  return wanted === 0;
};

/** `tag`, `#id`, `.class`, `[attribute=value]`, joined and nested by a space. */
export const select = (root: ViewNode, selector: string): ViewNode[] => {
  const parts = selector.trim().split(/\s+/);
  const last = parts.at(-1) ?? '';
  return [...walk(root)].filter((node) => matches(node, last) && within(node, parts.slice(0, -1)));
};
