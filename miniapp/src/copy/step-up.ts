import { stepUp as en } from './en/step-up';
import { inLanguages } from './in-languages';
import { stepUp as zh } from './zh/step-up';

export const stepUp = inLanguages({ zh, en });
