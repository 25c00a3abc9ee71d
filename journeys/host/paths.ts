// Paths inside a bundle; also used in a browser, where there is no node:path.

const normalise = (path: string): string => {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return out.join('/');
};

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

/** The bundle file that `reference` means when it stands in `file`; a leading slash means the root of the bundle. */
export const resolveFrom = (file: string, reference: string): string =>
  reference.startsWith('/') ? normalise(reference) : normalise(`${folderOf(file)}/${reference}`);
