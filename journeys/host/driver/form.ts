import { textOf, type Plain } from '../plain';
import { ancestors, truthy, walk, type ViewNode } from '../view/node';

export const up = (node: ViewNode, tag: string): ViewNode | undefined => [...ancestors(node)].find((at) => at.tag === tag);

const checkedValues = (group: ViewNode, tag: string): string[] =>
  [...walk(group)].filter((node) => node.tag === tag && truthy(node.attribute('checked'))).map((node) => textOf(node.attribute('value')));

const VALUES: Readonly<Record<string, (node: ViewNode) => unknown>> = {
  input: (node) => node.attribute('value') ?? '',
  textarea: (node) => node.attribute('value') ?? '',
  picker: (node) => node.attribute('value') ?? '',
  slider: (node) => node.attribute('value') ?? '',
  switch: (node) => truthy(node.attribute('checked')),
  'checkbox-group': (node) => checkedValues(node, 'checkbox'),
  'radio-group': (node) => checkedValues(node, 'radio')[0] ?? '',
};

/** What `<form>` gives to its submit event: the values of named controls. */
export const formValues = (form: ViewNode): Plain => {
  const values: Plain = {};
  for (const node of walk(form)) {
    const value = VALUES[node.tag];
    const name = textOf(node.attribute('name'));
    if (value !== undefined && name !== '') values[name] = value(node);
  }
  return values;
};

/** The values of a checkbox group after a tap on one of its boxes. */
export const toggled = (box: ViewNode): string[] => {
  const group = up(box, 'checkbox-group') ?? box;
  const value = textOf(box.attribute('value'));
  const before = checkedValues(group, 'checkbox');
  return before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
};
