/** Every place in a stored value that holds something, as the data map names it: `face.id`, `insured[].region`. */
export function pathsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => pathsIn(part, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([name, part]) => pathsIn(part, at === '' ? name : `${at}.${name}`));
}
