// Runs inside a browser page, which can read and draw pictures.

/** How two pictures differ; `picture` is a PNG, base64, that shows where. */
export interface Difference {
  readonly pixels: number;
  readonly picture: string;
}

export interface Reduced {
  readonly width: number;
  readonly height: number;
  readonly colours: number[];
  /** Base64. */
  readonly pixels: string;
}

declare global {
  interface Window {
    darkroom: { compare(before: string, after: string): Promise<Difference>; reduce(png: string, colours: number): Promise<Reduced> };
  }
}

/** How far a channel may be off: letters are smoothed a little differently from one Chromium to the next. */
const TOLERANCE = 56;

const pixelsOf = async (png: string): Promise<ImageData> => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext('2d')!;
  pen.drawImage(image, 0, 0);
  return pen.getImageData(0, 0, image.width, image.height);
};

const isLike = (one: ImageData, other: ImageData, [at, beside]: readonly [number, number]): boolean => [0, 1, 2].every((channel) => Math.abs(one.data[at + channel]! - other.data[beside + channel]!) <= TOLERANCE);

const NEAR = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => [dx, dy] as const));

/** Whether what is at a place in one picture is at or beside it in the other. */
const isFound = (one: ImageData, other: ImageData, [x, y]: readonly [number, number]): boolean => {
  const at = (y * one.width + x) * 4;
  return NEAR.some(([dx, dy]) => {
    const [left, top] = [x + dx, y + dy];
    if (left < 0 || top < 0 || left >= other.width || top >= other.height) return false;
    return isLike(one, other, [at, (top * other.width + left) * 4]);
  });
};

const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(text);
};

/** The later picture pale, with what differs in red. */
const compare = async (before: string, after: string): Promise<Difference> => {
  const [one, other] = [await pixelsOf(before), await pixelsOf(after)];
  const [width, height] = [Math.max(one.width, other.width), Math.max(one.height, other.height)];
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d')!;
  pen.putImageData(other, 0, 0);
  pen.fillStyle = 'rgb(255 255 255 / 70%)';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#e00000';
  let pixels = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const inBoth = x < Math.min(one.width, other.width) && y < Math.min(one.height, other.height);
      if (inBoth && isFound(one, other, [x, y]) && isFound(other, one, [x, y])) continue;
      pixels += 1;
      pen.fillRect(x, y, 1, 1);
    }
  return { pixels, picture: base64(new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())) };
};

const colourAt = ({ data }: ImageData, pixel: number): number => (data[pixel * 4]! << 16) | (data[pixel * 4 + 1]! << 8) | data[pixel * 4 + 2]!;

const channelsOf = (colour: number): readonly [number, number, number] => [colour >> 16, (colour >> 8) & 255, colour & 255];

const distance = (one: number, other: number): number => {
  const [a, b] = [channelsOf(one), channelsOf(other)];
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
};

/** The commonest colours, and for each other one the nearest of them. */
const reduce = async (png: string, most: number): Promise<Reduced> => {
  const image = await pixelsOf(png);
  const count = image.width * image.height;
  const uses = new Map<number, number>();
  for (let pixel = 0; pixel < count; pixel++) uses.set(colourAt(image, pixel), (uses.get(colourAt(image, pixel)) ?? 0) + 1);
  const palette = [...uses].sort((a, b) => b[1] - a[1]).slice(0, most).map(([colour]) => colour);
  const nearest = (colour: number) => palette.reduce((best, each, at) => (distance(each, colour) < distance(palette[best]!, colour) ? at : best), 0);
  const indexes = new Map([...uses.keys()].map((colour) => [colour, nearest(colour)]));
  const pixels = Uint8Array.from({ length: count }, (_, pixel) => indexes.get(colourAt(image, pixel))!);
  return { width: image.width, height: image.height, colours: palette.flatMap(channelsOf), pixels: base64(pixels) };
};

window.darkroom = { compare, reduce };
