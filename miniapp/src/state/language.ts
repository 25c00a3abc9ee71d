import * as z from 'zod/mini';
import { phoneLanguage } from '../platform/language';
import { remembered } from './remembered';

export const Language = z.enum(['zh', 'en']);
export type Language = z.infer<typeof Language>;

/** What the person has chosen on this phone. */
export const language = remembered('language', Language);

/** Chinese first: English is for phones that speak English. */
export const languageOf = (phone: string | undefined): Language => (phone?.toLowerCase().startsWith('en') ? 'en' : 'zh');

const FIRST = languageOf(phoneLanguage);

export const languageNow = (): Language => language.get() ?? FIRST;

export const useLanguage = (): Language => language.useValue() ?? FIRST;
