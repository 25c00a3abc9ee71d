import { unbound as en } from './en/unbound';
import { inLanguages } from './in-languages';
import { unbound as zh } from './zh/unbound';

export const unbound = inLanguages({ zh, en });
