const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of an ASCII text; the mini-program engines have no btoa. */
export function base64Of(ascii: string): string {
  let out = '';
  for (let at = 0; at < ascii.length; at += 3) {
    // beyond the end there is NaN, which is 0 as bits
    const bits = (ascii.charCodeAt(at) << 16) | (ascii.charCodeAt(at + 1) << 8) | ascii.charCodeAt(at + 2);
    out += ALPHABET[bits >> 18]! + ALPHABET[(bits >> 12) & 63]! + ALPHABET[(bits >> 6) & 63]! + ALPHABET[bits & 63]!;
  }
  const missing = (3 - (ascii.length % 3)) % 3;
  return out.slice(0, out.length - missing) + '='.repeat(missing);
}

/** An SVG text as the source of an image. */
export const svgUri = (svg: string) => `data:image/svg+xml;base64,${base64Of(svg)}`;

/** A stretch of equal modules in a row. */
export interface Run {
  readonly dark: boolean;
  readonly from: number;
  readonly length: number;
}

export function runsIn(row: readonly boolean[]): Run[] {
  const runs: Run[] = [];
  let from = 0;
  row.forEach((dark, at) => {
    if (row[at + 1] === dark) return;
    runs.push({ dark, from, length: at + 1 - from });
    from = at + 1;
  });
  return runs;
}

const pathOf = (rows: readonly (readonly boolean[])[]) =>
  rows.map((row, y) => runsIn(row).filter(({ dark }) => dark).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`).join('')).join('');

/** Dark modules on white, one unit each, stretched to the size of the image. */
export function modulesUri(rows: readonly (readonly boolean[])[]): string {
  const [width, height] = [rows[0]?.length ?? 0, rows.length];
  const frame = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width * 10}" height="${height * 10}"`;
  return svgUri(`<svg ${frame} preserveAspectRatio="none" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${width}v${height}H0z"/><path d="${pathOf(rows)}"/></svg>`);
}
