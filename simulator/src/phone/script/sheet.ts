import { channel, COLOURS } from './channel';
import { STYLE } from './style';

type Child = Node | string;

/** An element with properties and children. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, properties: Partial<HTMLElementTagNameMap[K]> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function dress(): void {
  if (document.getElementById('phone-style')) return;
  document.head.append(element('style', { id: 'phone-style' }, STYLE));
  document.documentElement.style.setProperty('--phone-colour', COLOURS[channel]);
}

/** Resolves when there is a body to show things in. */
export const ready = () =>
  new Promise<void>((resolve) => {
    const begin = () => {
      dress();
      resolve();
    };
    if (document.body as HTMLElement | null) begin();
    else document.addEventListener('DOMContentLoaded', begin, { once: true });
  });

export interface SheetText {
  /** Who is asking, e.g. 微信支付. */
  readonly app: string;
  readonly title: string;
  readonly text?: string;
}

/** Shows a dialog at the bottom of the screen. `fill` gets the function that closes it with an answer; Escape answers `onEscape`. */
export async function sheet<A>({ app, title, text }: SheetText, onEscape: A | undefined, fill: (answer: (value: A) => void) => Child[]): Promise<A> {
  await ready();
  return new Promise((resolve) => {
    const dialog = element('dialog', { className: 'phone-sheet' });
    dialog.setAttribute('aria-label', app);
    const answer = (value: A) => {
      dialog.close();
      dialog.remove();
      resolve(value);
    };
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      if (onEscape !== undefined) answer(onEscape);
    });
    const head = [element('div', { className: 'phone-sheet__app' }, app), element('h2', {}, title), ...(text === undefined ? [] : [element('p', {}, text)])];
    dialog.append(element('div', { className: 'phone-sheet__inside' }, ...head, ...fill(answer)));
    document.body.append(dialog);
    dialog.showModal();
  });
}

export const button = (label: string, onclick: () => void, className = '') => element('button', { type: 'button', className, onclick }, label);

export const buttons = (...all: HTMLButtonElement[]) => element('div', { className: 'phone-sheet__buttons' }, ...all);

/** A question with two answers. */
export const consent = (text: SheetText, labels: { yes: string; no: string }) =>
  sheet<boolean>(text, false, (answer) => [buttons(button(labels.no, () => answer(false)), button(labels.yes, () => answer(true), 'phone-primary'))]);
