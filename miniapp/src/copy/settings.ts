import { settings as en } from './en/settings';
import { inLanguages } from './in-languages';
import { settings as zh } from './zh/settings';

export const settings = inLanguages({ zh, en });
