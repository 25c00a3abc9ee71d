import type { KeepFile, TextFile } from './keep-file';

const download = ({ name, text }: TextFile) => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  Object.assign(link, { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
};

const keep: KeepFile = (file) => {
  download(file);
  return Promise.resolve();
};

export const keepFile = { where: 'h5', keep };
