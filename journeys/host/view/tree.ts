import * as glassEasel from 'glass-easel';
import { type ViewNode } from './node';

type Element = glassEasel.Element;

const isComponent = (node: unknown): node is glassEasel.GeneralComponent => glassEasel.Component.isComponent(node);

const inside = (node: Element): readonly glassEasel.Node[] => {
  if (!isComponent(node)) return node.childNodes;
  return node.getShadowRoot()?.childNodes ?? [];
};

/** Children with virtual nodes (if, for, template) and components replaced by what is in them. */
const flattened = (node: Element): glassEasel.Node[] =>
  inside(node).flatMap((child) => {
    if (glassEasel.TextNode.isTextNode(child)) return [child];
    return glassEasel.VirtualNode.isVirtualNode(child) || isComponent(child) ? flattened(child) : [child];
  });

const textNode = (node: glassEasel.TextNode, parent: ViewNode): ViewNode => ({
  tag: '#text',
  text: node.textContent,
  id: '',
  classes: [],
  dataset: {},
  parent,
  children: [],
  attribute: () => undefined,
  fire: () => {},
  type: () => {},
  is: (other) => other === node,
});

const isNative = (node: unknown): node is glassEasel.NativeNode => glassEasel.NativeNode.isNativeNode(node);

const attributeOf = (element: Element, name: string): unknown => {
  if (isComponent(element)) return element.data[name] as unknown;
  return isNative(element) ? (element.getAttribute(name) ?? undefined) : undefined;
};

/** A snapshot: ask again after the page has changed. */
export const viewNode = (element: Element, parent?: ViewNode): ViewNode => {
  const node: ViewNode = {
    tag: isNative(element) || isComponent(element) ? element.is : 'virtual',
    id: element.id,
    classes: element.class.split(/\s+/).filter((name) => name !== ''),
    dataset: element.dataset,
    parent,
    get children() {
      const made = flattened(element).map((child) => (glassEasel.TextNode.isTextNode(child) ? textNode(child, node) : viewNode(child, node)));
      Object.defineProperty(node, 'children', { value: made });
      return made;
    },
    attribute: (name) => attributeOf(element, name),
    fire: (type, detail, { bubbles } = { bubbles: false }) => glassEasel.triggerEvent(element, type, detail, { bubbles, composed: bubbles, capturePhase: true }),
    type: (value) => {
      if (isNative(element)) element.setAttribute('value', value);
    },
    is: (other) => other === element,
  };
  return node;
};
