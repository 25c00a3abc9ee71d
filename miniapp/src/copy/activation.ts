import { activation as en } from './en/activation';
import { inLanguages } from './in-languages';
import { activation as zh } from './zh/activation';

export const activation = inLanguages({ zh, en });
