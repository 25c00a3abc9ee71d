/** `a=1&b=%20` as pages receive it: neither platform decodes the values. */
const parseQuery = (text: string | undefined): Record<string, string> => {
  const pairs = (text ?? '').split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
};

export const splitUrl = (url: string): { path: string; query: Record<string, string> } => {
  const at = url.indexOf('?');
  return at < 0 ? { path: url, query: {} } : { path: url.slice(0, at), query: parseQuery(url.slice(at + 1)) };
};
