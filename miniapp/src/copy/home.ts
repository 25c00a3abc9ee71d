import { home as en } from './en/home';
import { inLanguages } from './in-languages';
import { home as zh } from './zh/home';

export const home = inLanguages({ zh, en });
