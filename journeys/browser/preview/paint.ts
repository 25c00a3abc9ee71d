import { truthy } from '../../host/view/node';

interface Backed extends HTMLElement {
  readonly __wxElement?: { getAttribute(name: string): unknown };
}

const FLAGS = ['disabled', 'checked', 'hidden'];

/** The view writes an absent flag as an empty attribute, which HTML takes for yes. */
const dropFalseFlags = (): void => {
  for (const flag of FLAGS) {
    for (const element of document.querySelectorAll<Backed>(`[${flag}]`)) if (element.__wxElement !== undefined && !truthy(element.__wxElement.getAttribute(flag))) element.removeAttribute(flag);
  }
};

/** `<image>` is nothing to a browser: its source becomes the background. */
const showImages = (): void => {
  for (const image of document.querySelectorAll<HTMLElement>('image[src]')) {
    const background = `url("${image.getAttribute('src') ?? ''}")`;
    if (image.style.backgroundImage !== background) image.style.backgroundImage = background;
  }
};

const showValues = (): void => {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[value]')) {
    const value = input.getAttribute('value') ?? '';
    if (input.value !== value) input.value = value;
  }
};

/** What the platforms' native layer would do with attributes. */
export const paint = (): void => {
  dropFalseFlags();
  showImages();
  showValues();
};

export const keepPainting = (): void => {
  paint();
  new MutationObserver(paint).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['src', 'value', ...FLAGS] });
};
