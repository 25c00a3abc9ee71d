import * as en from './en/account';
import { inLanguages } from './in-languages';
import * as zh from './zh/account';

export const data = inLanguages({ zh: zh.data, en: en.data });
export const close = inLanguages({ zh: zh.close, en: en.close });
