import { wallet as en } from './en/wallet';
import { inLanguages } from './in-languages';
import { wallet as zh } from './zh/wallet';

export const wallet = inLanguages({ zh, en });
