import { consent as en } from './en/consent';
import { inLanguages } from './in-languages';
import { consent as zh } from './zh/consent';

export const consent = inLanguages({ zh, en });
