import { sms as en } from './en/sms';
import { inLanguages } from './in-languages';
import { sms as zh } from './zh/sms';

export const sms = inLanguages({ zh, en });
