import { session as en } from './en/session';
import { inLanguages } from './in-languages';
import { session as zh } from './zh/session';

export const session = inLanguages({ zh, en });
