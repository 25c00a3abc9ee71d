import { crc32, deflateSync } from 'node:zlib';

/** A picture of at most 256 colours: one byte a pixel, an index into the colours. */
export interface Indexed {
  readonly width: number;
  readonly height: number;
  /** Three bytes a colour. */
  readonly colours: Uint8Array;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const chunk = (name: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

const header = ({ width, height }: Indexed): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  // eight bits a pixel, with a palette
  data.set([8, 3, 0, 0, 0], 8);
  return data;
};

/** Each row begins with the byte of its filter: none. */
const rows = ({ width, height, pixels }: Indexed): Buffer => {
  const data = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) data.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return data;
};

export const palettePng = (picture: Indexed): Buffer =>
  Buffer.concat([SIGNATURE, chunk('IHDR', header(picture)), chunk('PLTE', picture.colours), chunk('IDAT', deflateSync(rows(picture), { level: 9 })), chunk('IEND', new Uint8Array())]);
