import { Page } from '../../host/driver/page';
import { Host, type HostNeeds } from '../../host/program/host';
import { type Templates } from '../../host/view/view';
import { domCanvas } from './dom-canvas';
import { keepPainting } from './paint';
import { scriptRealm } from './script-realm';
import { BASE } from './style';

declare global {
  interface Window {
    previewTemplates: Templates;
  }
}

let bar: HTMLElement | undefined;

/** The navigation bar, and how built-in components look; once for the document. */
const dress = (): HTMLElement => {
  const style = document.createElement('style');
  style.id = 'preview-base';
  style.textContent = BASE;
  document.head.prepend(style);
  const made = document.createElement('div');
  made.className = 'preview-bar';
  document.body.append(made);
  keepPainting();
  return made;
};

/** A program that draws into this document; it has yet to be launched. */
export const drawnHost = (needs: Omit<HostNeeds, 'templates' | 'makeRealm' | 'canvas' | 'system'>): Host => {
  bar ??= dress();
  return new Host({ ...needs, templates: window.previewTemplates, makeRealm: scriptRealm, canvas: domCanvas(needs.bundle, needs.platform), system: {} });
};

export const pageOn = (host: Host): Page => {
  const { top } = host.pages;
  if (top === undefined) throw new Error('no page is open');
  return new Page(host, top);
};

export const showTitle = (host: Host): void => {
  if (bar !== undefined && bar.textContent !== pageOn(host).title) bar.textContent = pageOn(host).title;
};

/** Takes everything away that a program has drawn. */
export const wipe = (): void => {
  for (const drawn of document.querySelectorAll('.preview-page, style:not(#preview-base)')) drawn.remove();
};
