import { pin as en } from './en/pin';
import { inLanguages } from './in-languages';
import { pin as zh } from './zh/pin';

export const pin = inLanguages({ zh, en });
