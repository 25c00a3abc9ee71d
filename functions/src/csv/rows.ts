import { type CsvFile, NotImportable } from './csv-file';
import type { Encoding } from './encoding';
import { type Fault, fewerFields, UNREADABLE } from './fault';
import { type CsvRecord, csvReader } from './record';

/** Which columns a file must have, and which it may have. Their order is free; others are passed over. */
export interface Columns<Name extends string> {
  readonly required: readonly Name[];
  readonly optional: readonly Name[];
}

export interface CsvRow<Name extends string> {
  readonly line: number;
  /** By column, without spaces around; '' where the column is missing. */
  readonly values: Readonly<Record<Name, string>>;
  readonly fault?: Fault;
}

/** Some rows, and how many bytes of the file were read for all so far. */
export interface Piece<Name extends string> {
  readonly rows: readonly CsvRow<Name>[];
  readonly read: number;
}

type Place<Name> = readonly [Name, number];

/** Where each column stands. Throws NotImportable. */
function placesIn<Name extends string>({ fields, isBroken }: CsvRecord, { required, optional }: Columns<Name>): readonly Place<Name>[] {
  const head = fields.map((field) => field.replace('\uFEFF', '').trim().toLowerCase());
  const missing = required.filter((name) => !head.includes(name));
  if (isBroken || missing.length > 0) throw new NotImportable(`第一行（表头）缺少这些列：${missing.join('、') || '无法辨认'} / the first line must name the columns`);
  const twice = [...required, ...optional].filter((name) => head.indexOf(name) !== head.lastIndexOf(name));
  if (twice.length > 0) throw new NotImportable(`表头里重复的列：${twice.join('、')} / columns twice`);
  return [...required, ...optional].map((name) => [name, head.indexOf(name)] as const);
}

const isBlank = ({ fields, isBroken }: CsvRecord) => !isBroken && fields.every((field) => field.trim() === '');

function faultIn({ fields, isBroken }: CsvRecord, width: number): Fault | undefined {
  if (isBroken) return UNREADABLE;
  return fields.length === width ? undefined : fewerFields(width);
}

/** Reads the rows of a file in pieces; the file is never in memory as a whole. Throws NotImportable where the first line does not name the columns. */
export async function* rowsIn<Name extends string>(file: CsvFile, encoding: Encoding, columns: Columns<Name>): AsyncGenerator<Piece<Name>> {
  const [decoder, reader] = [new TextDecoder(encoding), csvReader()];
  let head: { places: readonly Place<Name>[]; width: number } | undefined;
  let read = 0;
  const rowOf = (record: CsvRecord, { places, width }: NonNullable<typeof head>): CsvRow<Name> => {
    const fault = faultIn(record, width);
    const values = Object.fromEntries(places.map(([name, at]) => [name, record.fields[at]?.trim() ?? ''])) as Record<Name, string>;
    return fault ? { line: record.line, values, fault } : { line: record.line, values };
  };
  const rowsOf = (records: readonly CsvRecord[]) => {
    const [first, ...others] = head ? [undefined, ...records] : records;
    if (first) head = { places: placesIn(first, columns), width: first.fields.length };
    return others.flatMap((record) => (record === undefined || isBlank(record) ? [] : [rowOf(record, head!)]));
  };
  for await (const bytes of file.bytes()) {
    read += bytes.length;
    yield { rows: rowsOf(reader.take(decoder.decode(bytes, { stream: true }))), read };
  }
  yield { rows: rowsOf([...reader.take(decoder.decode()), ...reader.end()]), read };
}
