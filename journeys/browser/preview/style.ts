import { type Bundle } from '../../host/bundle';
import { resolveFrom } from '../../host/paths';

/** WXSS or ACSS as CSS: imports inlined, rpx as a share of the width, `page` as the element that stands for it. */
export const cssOf = (bundle: Bundle, file: string): string => {
  if (!bundle.has(file)) return '';
  return bundle
    .read(file)
    .replace(/@import\s+["'](.+?)["'];?/g, (_rule, path: string) => cssOf(bundle, resolveFrom(file, path)))
    .replace(/(-?[\d.]+)rpx/g, (_length, count: string) => `calc(${count} * 100vw / 750)`)
    .replace(/(^|[}\s,])page(?=[\s{,.:])/g, '$1.preview-page');
};

/** How the platforms' built-in components look, as far as pictures need it. */
export const BASE = `
html, body { margin: 0; background: #ededed; font: 16px sans-serif; }
.preview-bar { position: sticky; top: 0; z-index: 1000; height: 44px; line-height: 44px; text-align: center; background: #fff; font-size: 17px; font-weight: 500; }
.preview-page { display: block; position: relative; min-height: calc(100vh - 44px); }
.preview-page[hidden] { display: none; }
mp-root, view, form, scroll-view, swiper, swiper-item, picker, checkbox-group, radio-group, canvas, cover-view, rich-text, page-meta { display: block; }
scroll-view { overflow: auto; }
text { display: inline; white-space: pre-line; }
label { display: inline-block; }
button { display: block; position: relative; width: 100%; box-sizing: border-box; margin: 0 auto; border: 0; border-radius: 5px; padding: 0 14px; font-family: inherit; font-size: 18px; line-height: 2.55555556; background: #f8f8f8; color: #000; text-align: center; }
button[disabled] { color: rgb(0 0 0 / 30%); }
input, textarea { display: block; box-sizing: border-box; width: 100%; height: 1.4em; border: 0; outline: 0; padding: 0; background: none; font: inherit; color: inherit; }
image { display: inline-block; width: 320px; height: 240px; background: no-repeat center / 100% 100%; }
image[mode=aspectFit] { background-size: contain; }
image[mode=aspectFill] { background-size: cover; }
switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf; vertical-align: middle; }
switch::after { content: ''; display: block; width: 30px; height: 30px; margin: 1px; border-radius: 15px; background: #fff; }
switch[checked] { background: #04be02; }
switch[checked]::after { margin-left: 21px; }
checkbox, radio { display: inline-block; }
checkbox::before, radio::before { content: ''; display: inline-block; width: 22px; height: 22px; line-height: 22px; text-align: center; border: 1px solid #d1d1d1; border-radius: 3px; margin-right: 5px; color: #09bb07; vertical-align: middle; }
radio::before { border-radius: 50%; }
checkbox[checked]::before, radio[checked]::before { content: '✓'; }
`;
