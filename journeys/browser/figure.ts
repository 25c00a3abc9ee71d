// Draws the small SVG figures of the app (rectangles only) into pixels, where there is no browser to do it.

/** Four bytes a pixel, as ImageData. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly colorSpace: 'srgb';
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
}

/** Pixels to a module, and the least height of a figure: a bar code is one module high in its own units. */
const SCALE = 8;
const LEAST = 160;

const number = (text: string | undefined): number => Number(text ?? '0');

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const LIGHT = /^(#fff|#ffffff|white|none)$/i;

/** `M4 4h3v1h-3z`: a rectangle as a path; anything else is not a module. */
const RECTANGLE = /M\s*(-?[\d.]+)[ ,]+(-?[\d.]+)\s*[hH]\s*(-?[\d.]+)\s*[vV]\s*(-?[\d.]+)\s*[hH]\s*-?[\d.]+\s*(?:[vV]\s*-?[\d.]+\s*)?z/gi;

const boxesIn = (svg: string): Box[] =>
  [...svg.matchAll(/<(path|rect)\b[^>]*>/g)].flatMap(([tag, name]) => {
    const dark = !LIGHT.test(attribute(tag, 'fill') ?? 'black');
    if (name === 'rect') return [{ x: number(attribute(tag, 'x')), y: number(attribute(tag, 'y')), width: number(attribute(tag, 'width')), height: number(attribute(tag, 'height')), dark }];
    return [...(attribute(tag, 'd') ?? '').matchAll(RECTANGLE)].map(([, x, y, width, height]) => ({ x: number(x), y: number(y), width: number(width), height: number(height), dark }));
  });

const svgOf = (source: string): string => {
  const found = /^data:image\/svg\+xml(;base64)?(?:;[^,]*)?,(.*)$/s.exec(source);
  if (found === null) throw new Error(`not an SVG image: ${source.slice(0, 40)}`);
  return found[1] === undefined ? decodeURIComponent(found[2] ?? '') : Buffer.from(found[2] ?? '', 'base64').toString('utf8');
};

/** Paints a run of pixels in one colour, opaque. */
const paint = (data: Uint8ClampedArray, { from, to, value }: { from: number; to: number; value: number }): void => {
  data.fill(value, from * 4, to * 4);
  for (let pixel = from; pixel < to; pixel++) data[pixel * 4 + 3] = 255;
};

/** Pixels of an image source, with a white margin around it. */
export const draw = (source: string): Raster => {
  const svg = svgOf(source);
  const [, , across, down] = (attribute(svg, 'viewBox') ?? '').split(/\s+/).map(Number) as [number, number, number, number];
  const tall = Math.max(SCALE, Math.ceil(LEAST / down));
  const margin = SCALE * 4;
  const [width, height] = [across * SCALE + margin * 2, down * tall + margin * 2];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const box of boxesIn(svg)) {
    const [left, right] = [margin + box.x * SCALE, margin + (box.x + box.width) * SCALE];
    for (let y = margin + box.y * tall; y < margin + (box.y + box.height) * tall; y++) paint(data, { from: y * width + left, to: y * width + right, value: box.dark ? 0 : 255 });
  }
  return { width, height, data, colorSpace: 'srgb' };
};
