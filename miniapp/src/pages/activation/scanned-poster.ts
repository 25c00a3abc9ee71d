import { type Poster, posterIn } from '@yibao/shared';
import type { ScannedCode } from '../../platform/scan';

const afterMark = (link: string) => link.replace(/#.*$/, '').replace(/^[^?]*\??/, '');

/** Android gives the path of WeChat's own code as it was made, the iPhone with its parameter percent-encoded. */
const ofOwnCode = (path: string) => {
  const query = afterMark(path);
  return posterIn(query.startsWith('scene=') ? { scene: query.slice('scene='.length) } : { q: `?${query}` });
};

/** Links that open the mini-program on Alipay carry the page's parameters as one of their own. */
const ofLink = (link: string) => {
  const [, inner] = /[?&]query=([^&#]*)/.exec(link) ?? [];
  return posterIn({ q: inner === undefined ? link : `?${decodeURIComponent(inner)}` });
};

function read({ text, path }: ScannedCode): Poster | undefined {
  try {
    return path === undefined ? ofLink(text) : ofOwnCode(path);
  } catch {
    return undefined;
  }
}

/** What an activation QR says that was scanned inside the mini-program; undefined for every other code. */
export function scannedPoster(code: ScannedCode): Poster | undefined {
  const poster = read(code);
  return poster?.channel === 'other' ? undefined : poster;
}
