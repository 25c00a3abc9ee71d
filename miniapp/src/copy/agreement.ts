import { agreement as en } from './en/agreement';
import { inLanguages } from './in-languages';
import { agreement as zh } from './zh/agreement';

export const agreement = inLanguages({ zh, en });
