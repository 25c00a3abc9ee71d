import type { Language } from '../state/language';
import { english } from './en/name';
import { chinese } from './zh/name';

/** Each language as its speakers call it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { zh: chinese, en: english };
