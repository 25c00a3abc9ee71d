import { region as en } from './en/region';
import { inLanguages } from './in-languages';
import { region as zh } from './zh/region';

export const region = inLanguages({ zh, en });
