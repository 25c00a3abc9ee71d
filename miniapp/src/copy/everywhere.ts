import { everywhere as en } from './en/everywhere';
import { inLanguages } from './in-languages';
import { everywhere as zh } from './zh/everywhere';

export const everywhere = inLanguages({ zh, en });
