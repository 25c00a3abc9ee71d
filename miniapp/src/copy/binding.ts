import * as en from './en/binding';
import { inLanguages } from './in-languages';
import * as zh from './zh/binding';

export const binding = inLanguages({ zh: zh.binding, en: en.binding });
export const lost = inLanguages({ zh: zh.lost, en: en.lost });
