import * as en from './en/phone';
import { inLanguages } from './in-languages';
import * as zh from './zh/phone';

export const phone = inLanguages({ zh: zh.phone, en: en.phone });
export const phoneSteps = inLanguages({ zh: zh.phoneSteps, en: en.phoneSteps });
