import { type Plain } from '../plain';

/** Something on a page, as the driver sees it: components and virtual nodes are flattened away. */
export interface ViewNode {
  readonly tag: string;
  /** Only text nodes have it. */
  readonly text?: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly dataset: Plain;
  readonly parent: ViewNode | undefined;
  readonly children: readonly ViewNode[];
  /** An attribute in the template's spelling, e.g. `open-type`; undefined if absent. */
  attribute(name: string): unknown;
  fire(type: string, detail: Plain, options?: { bubbles: boolean }): void;
  /** What a native input shows while typing, before the app says anything. */
  type(value: string): void;
  /** True for the same thing on the page, seen again. */
  is(other: unknown): boolean;
}

export function* walk(node: ViewNode): Generator<ViewNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}

export function* ancestors(node: ViewNode): Generator<ViewNode> {
  for (let at: ViewNode | undefined = node; at !== undefined; at = at.parent) yield at;
}

/** Attribute values that mean "no": templates print booleans as text. */
export const truthy = (value: unknown): boolean => !(value === undefined || value === null || value === false || value === 'false' || value === '');
