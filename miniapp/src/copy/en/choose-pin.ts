import type { choosePin as zh } from '../zh/choose-pin';
import type { Words } from '../in-languages';

export const choosePin: Words<typeof zh> = {
  change: { bar: 'Change PIN', done: 'Your PIN is changed' },
  reset: { bar: 'Forgot PIN', done: 'Your PIN is reset' },
  changeBusy: 'Saving your new PIN',
  after: 'Use the new PIN from now on. For your safety, other devices were signed out.',
  back: 'Back',
  cancel: 'Do not change it',
};
