import { feedback as en } from './en/feedback';
import { inLanguages } from './in-languages';
import { feedback as zh } from './zh/feedback';

export const feedback = inLanguages({ zh, en });
