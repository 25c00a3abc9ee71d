import { readFileSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { decodedPath } from '../gateway/event';
import { policyOf } from './policy';

export interface Page {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export const typeOf = (file: string) => TYPES[extname(file)] ?? 'application/octet-stream';

export const notFound: Page = { status: 404, type: 'text/plain; charset=utf-8', body: '没有这个页面 Not found' };

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file at this path of a URL, never outside the folder; undefined where there is none. */
export function fileAnswer(folder: string, path: string): Page | undefined {
  const file = resolve(folder, `.${decodedPath(path)}`);
  if (!file.startsWith(folder + sep) || !isFile(file)) return undefined;
  return { status: 200, type: typeOf(file), body: readFileSync(file) };
}

/** Nothing is kept by the browser: what is built anew is seen at the next reload. */
export function sendPage(response: ServerResponse, page: Page): void {
  const headers = { 'content-type': page.type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'content-security-policy': policyOf(page) };
  response.writeHead(page.status, headers).end(page.body);
}
