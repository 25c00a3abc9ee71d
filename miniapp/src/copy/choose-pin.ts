import { choosePin as en } from './en/choose-pin';
import { inLanguages } from './in-languages';
import { choosePin as zh } from './zh/choose-pin';

export const choosePin = inLanguages({ zh, en });
