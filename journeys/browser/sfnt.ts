import { inflateSync } from 'node:zlib';

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

interface Table {
  readonly tag: number;
  readonly checksum: number;
  readonly data: Buffer;
}

const tableAt = (woff: Buffer, entry: number): Table => {
  const [offset, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [number, number, number];
  const bytes = woff.subarray(offset, offset + packed);
  return { tag: woff.readUInt32BE(entry), checksum: woff.readUInt32BE(entry + 16), data: packed < size ? inflateSync(bytes) : bytes };
};

const padded = (size: number): number => (size + 3) & ~3;

const header = (flavour: number, count: number): Buffer => {
  const power = Math.floor(Math.log2(count));
  const out = Buffer.alloc(SFNT_HEADER);
  out.writeUInt32BE(flavour, 0);
  out.writeUInt16BE(count, 4);
  out.writeUInt16BE(2 ** power * 16, 6);
  out.writeUInt16BE(power, 8);
  out.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  return out;
};

/** Unpacks a WOFF 1.0 web font into the OpenType file that it was made from: programs that draw with system fonts do not take web fonts. */
export const sfntOf = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1.0 font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_none, index) => tableAt(woff, WOFF_HEADER + index * WOFF_ENTRY));
  const directory = Buffer.alloc(count * SFNT_ENTRY);
  const parts: Buffer[] = [];
  let at = SFNT_HEADER + directory.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    [tag, checksum, at, data.length].forEach((value, field) => directory.writeUInt32BE(value, index * SFNT_ENTRY + field * 4));
    parts.push(data, Buffer.alloc(padded(data.length) - data.length));
    at += padded(data.length);
  });
  return Buffer.concat([header(woff.readUInt32BE(4), count), directory, ...parts]);
};
