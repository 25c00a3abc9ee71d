/** The element of this id and kind; the page without it is a defect. */
export function elementOf<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`#${id} is missing`);
  return element;
}

export const byId = (id: string) => elementOf(id, HTMLElement);

export type Facts = Readonly<Record<string, string | number | boolean | object>>;

const textOf = (fact: Facts[string] | undefined) => (typeof fact === 'object' || fact === undefined ? '' : String(fact));

/** A fresh copy of a template, its `data-field` parts filled in and its `data-if` parts left out where the fact is false. */
export function filled(template: string, facts: Facts): DocumentFragment {
  const copy = elementOf(template, HTMLTemplateElement).content.cloneNode(true) as DocumentFragment;
  for (const part of copy.querySelectorAll<HTMLElement>('[data-field]')) part.textContent = textOf(facts[part.dataset['field']!]);
  for (const part of copy.querySelectorAll<HTMLElement>('[data-if]')) part.hidden = !facts[part.dataset['if']!];
  return copy;
}
