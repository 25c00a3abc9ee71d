import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';

prepareZXingModule({ overrides: { locateFile: (file: string) => `/counter/${file}` } });

const OPTIONS: ReaderOptions = { formats: ['QRCode', 'Code128'], tryHarder: true, maxNumberOfSymbols: 1 };

/** The text of the QR or bar code in a picture, undefined where none is found. */
export async function codeIn(picture: ImageData): Promise<string | undefined> {
  return (await readBarcodes(picture, OPTIONS))[0]?.text;
}

/** The pixels of whatever can be drawn. */
export function pixelsOf(source: CanvasImageSource, width: number, height: number): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(source, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
