import * as en from './en/voucher';
import { inLanguages } from './in-languages';
import * as zh from './zh/voucher';

export const voucher = inLanguages({ zh: zh.voucher, en: en.voucher });
export const uses = inLanguages({ zh: zh.uses, en: en.uses });
