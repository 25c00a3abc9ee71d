import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Target } from '../table';

export interface Shot {
  readonly page: string;
  readonly state: string;
  readonly target: Target;
  readonly width: number;
  readonly elder: boolean;
}

const slug = (page: string): string => page.split('/').slice(1).join('-');

const column = ({ target, width, elder }: Shot): string => `${target} ${width}${elder ? ' 长辈版' : ''}`;

const fileOf = (shot: Shot): string => `${slug(shot.page)}/${shot.state}-${shot.target}-${shot.width}${shot.elder ? '-elder' : ''}.png`;

const STYLE = 'body{font:14px sans-serif;margin:20px;background:#e4e8ee}table{border-spacing:12px}td{vertical-align:top}th{position:sticky;top:0;background:#e4e8ee}img{display:block;border:1px solid #b9c1cc}th:first-child{left:0}a{margin-right:16px}';

const html = (title: string, body: string): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1>${body}</html>`;

const row = (state: string, shots: readonly Shot[], columns: readonly string[]): string => {
  const cell = (name: string) => {
    const shot = shots.find((each) => each.state === state && column(each) === name);
    return `<td>${shot === undefined ? '' : `<a href="${fileOf(shot)}"><img loading="lazy" width="${shot.width * 0.7}" src="${fileOf(shot)}"></a>`}</td>`;
  };
  return `<tr><th>${state}</th>${columns.map(cell).join('')}</tr>`;
};

const table = (shots: readonly Shot[]): string => {
  const columns = [...new Set(shots.map(column))];
  const states = [...new Set(shots.map(({ state }) => state))];
  return `<table><tr><th></th>${columns.map((name) => `<th>${name}</th>`).join('')}</tr>${states.map((state) => row(state, shots, columns)).join('')}</table>`;
};

/** Pictures in a folder: a contact sheet for each page, with a row for each state and a column for each platform, width and text size. */
export class Sheets {
  private readonly shots: Shot[] = [];

  constructor(readonly folder: string) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  add(shot: Shot, png: Uint8Array): void {
    const file = join(this.folder, fileOf(shot));
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, png);
    this.shots.push(shot);
  }

  /** Writes the sheets and the page that leads to them; gives its path. */
  bind(): string {
    const pages = [...new Set(this.shots.map(({ page }) => page))];
    for (const page of pages) writeFileSync(join(this.folder, `${slug(page)}.html`), html(page, table(this.shots.filter((shot) => shot.page === page))));
    const index = join(this.folder, 'index.html');
    const counted = (page: string) => `<li><a href="${slug(page)}.html">${page}</a>${this.shots.filter((shot) => shot.page === page).length}</li>`;
    writeFileSync(index, html(`${this.shots.length} pictures`, `<ul>${pages.map(counted).join('')}</ul>`));
    return index;
  }
}
