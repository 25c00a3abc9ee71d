/** One record of a CSV text. */
export interface CsvRecord {
  /** The number of the line where it begins, from 1. */
  readonly line: number;
  /** Empty where the record cannot be read. */
  readonly fields: readonly string[];
  readonly isBroken?: true;
}

/** Characters of a record; a quote that is never closed ends here, too. */
export const LONGEST_RECORD = 8192;

const FIELD = /\s*"((?:[^"]|"")*)"\s*(,|$)|([^",]*)(,|$)/y;

/** The fields of a record with quotes; undefined where a quote stands where it must not. */
function quotedFields(text: string): string[] | undefined {
  const fields: string[] = [];
  let isLast = false;
  for (FIELD.lastIndex = 0; !isLast; ) {
    const found = FIELD.exec(text);
    if (!found) return undefined;
    fields.push(found[1]?.replaceAll('""', '"') ?? found[3] ?? '');
    isLast = (found[2] ?? found[4]) === '';
  }
  return fields;
}

const quotesIn = (text: string) => text.split('"').length - 1;

function recordOf(text: string, line: number): CsvRecord {
  const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
  const fields = whole.includes('"') ? quotedFields(whole) : whole.split(',');
  return fields && text.length <= LONGEST_RECORD ? { line, fields } : { line, fields: [], isBroken: true };
}

/** Where the record that begins at `from` ends; -1 where its end has not come yet, and the end of its first line where a quote stays open too long. */
function endOf(text: string, from: number): number {
  const first = text.indexOf('\n', from);
  let isOpen = false;
  for (let [begin, end] = [from, first]; end >= 0; [begin, end] = [end + 1, text.indexOf('\n', end + 1)]) {
    isOpen = isOpen !== (quotesIn(text.slice(begin, end)) % 2 === 1);
    if (!isOpen) return end;
    if (end - from > LONGEST_RECORD) return first;
  }
  return text.length - from > LONGEST_RECORD ? first : -1;
}

/** Takes a CSV text in pieces and gives its records (RFC 4180: quotes, line breaks in quotes, CRLF or LF). Keeps one record at most, however long a line is. */
export function csvReader() {
  let rest = '';
  let line = 1;
  /** The rest of a line that is too long was thrown away. */
  let isCut = false;
  const record = (text: string): CsvRecord => {
    const found: CsvRecord = isCut ? { line, fields: [], isBroken: true } : recordOf(text, line);
    isCut = false;
    line += text.split('\n').length;
    return found;
  };
  return {
    take(piece: string): CsvRecord[] {
      const text = rest + piece;
      const records: CsvRecord[] = [];
      let from = 0;
      for (let end = endOf(text, from); end >= 0; end = endOf(text, from)) {
        records.push(record(text.slice(from, end)));
        from = end + 1;
      }
      isCut ||= text.length - from > LONGEST_RECORD;
      rest = isCut ? '' : text.slice(from);
      return records;
    },
    /** What stood after the last line break. */
    end(): CsvRecord[] {
      const lines = rest.split('\n');
      const whole = quotesIn(rest) % 2 === 0 ? [rest] : lines;
      rest = '';
      return isCut || whole.some((text) => text !== '') ? whole.map(record) : [];
    },
  };
}
