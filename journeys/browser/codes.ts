import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type Raster } from './figure';

// without it the package would fetch its code from the Internet
const wasmBinary = Uint8Array.from(readFileSync(createRequire(__filename).resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer;
prepareZXingModule({ overrides: { wasmBinary } });

export interface Codes {
  readonly qr: string | undefined;
  readonly bar: string | undefined;
}

/** Reads the first QR code and the first Code 128 in a PNG file or in pixels. */
export const decodeCode = async (picture: Uint8Array | Raster): Promise<Codes> => {
  const found = await readBarcodes(picture, { formats: ['QRCode', 'Code128'], tryHarder: true });
  const text = (format: string) => found.find((each) => each.symbology === format)?.text;
  return { qr: text('QRCode'), bar: text('Code128') };
};
