import * as glassEasel from 'glass-easel';
import { type Bundle } from '../../host/bundle';
import { DIALECTS, type Platform } from '../../host/platform';
import { type Canvas } from '../../host/view/view';
import { cssOf } from './style';

/** Draws pages into this document, each in an element of its own; the last one shows. */
export const domCanvas = (bundle: Bundle, platform: Platform): Canvas => ({
  context: new glassEasel.CurrentWindowBackendContext(),
  styleOf: (file) => cssOf(bundle, file + DIALECTS[platform].style),
  attach: (root) => {
    for (const page of document.querySelectorAll<HTMLElement>('.preview-page')) page.hidden = true;
    const page = document.createElement('div');
    page.className = 'preview-page';
    const placeholder = document.createElement('div');
    page.append(placeholder);
    document.body.append(page);
    root.attach(page as unknown as glassEasel.GeneralBackendElement, placeholder as unknown as glassEasel.GeneralBackendElement);
  },
  detach: (component) => {
    glassEasel.Element.pretendDetached(component);
    [...document.querySelectorAll('.preview-page')].at(-1)?.remove();
    const below = [...document.querySelectorAll<HTMLElement>('.preview-page')].at(-1);
    if (below !== undefined) below.hidden = false;
  },
});
