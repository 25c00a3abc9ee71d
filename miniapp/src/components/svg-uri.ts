const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 of an ASCII text; the mini-program engines have no btoa. */
export function base64Of(ascii: string): string {
  let out = '';
  for (let at = 0; at < ascii.length; at += 3) {
    const left = ascii.length - at;
    const bits = (ascii.charCodeAt(at) << 16) | ((left > 1 ? ascii.charCodeAt(at + 1) : 0) << 8) | (left > 2 ? ascii.charCodeAt(at + 2) : 0);
    const characters = [18, 12, 6, 0].map((shift) => ALPHABET[(bits >> shift) & 63]!);
    out += characters.slice(0, Math.min(left, 3) + 1).join('').padEnd(4, '=');
  }
  return out;
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
  row.forEach((dark, at) => {
    const last = runs[runs.length - 1];
    if (last && last.dark === dark) runs[runs.length - 1] = { ...last, length: last.length + 1 };
    else runs.push({ dark, from: at, length: 1 });
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
