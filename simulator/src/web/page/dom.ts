type Child = Node | string;

type Properties<T extends HTMLElement> = Partial<Omit<T, 'style' | 'dataset' | 'children'>> & { readonly data?: Readonly<Record<string, string>> };

/** An element with its properties and what is inside. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, { data = {}, ...properties }: Properties<HTMLElementTagNameMap[K]> = {}, ...inside: readonly Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  Object.assign(made, properties);
  Object.assign(made.dataset, data);
  made.append(...inside);
  return made;
}

/** The element of this id and kind; the page without it is a defect. */
export function elementOf<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is missing`);
  return found;
}

export const byId = (id: string) => elementOf(id, HTMLElement);

export const option = (value: string, label: string, chosen?: string) => element('option', { value, selected: value === chosen }, label);

/** Asks the simulated outside world. Rejects with its sentence where it refuses. */
export async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown> {
  const sent = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`/outside${path}`, { method, ...sent });
  const value: unknown = await answer.json();
  if (!answer.ok) throw new Error((value as { readonly message?: string }).message ?? `HTTP ${answer.status}`);
  return value;
}

interface Following<A> {
  readonly path: string;
  /** Milliseconds. */
  readonly every: number;
  /** Called when the answer is another than before. */
  readonly show: (answer: A) => void;
  /** Told each time whether anybody answers. */
  readonly tell: (answers: boolean) => void;
}

/** Asks again and again. The function that it gives asks at once. */
export function follow<A>({ path, every, show, tell }: Following<A>): () => Promise<void> {
  let last = '';
  const look = async () => {
    try {
      const answer = (await ask('GET', path)) as A;
      tell(true);
      const text = JSON.stringify(answer);
      if (text !== last) show(answer);
      last = text;
    } catch {
      tell(false);
    }
  };
  setInterval(() => void look(), every);
  void look();
  return look;
}
