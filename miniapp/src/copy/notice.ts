import { notice as en } from './en/notice';
import { inLanguages } from './in-languages';
import { notice as zh } from './zh/notice';

export const notice = inLanguages({ zh, en });
