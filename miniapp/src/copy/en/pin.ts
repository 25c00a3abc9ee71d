import type { pin as zh } from '../zh/pin';
import type { Words } from '../in-languages';

export const pin: Words<typeof zh> = {
  entered: (count) => `${count} of 6 digits entered`,
  delete: 'Delete',
  rule: 'The PIN is 6 digits. You use it to show your code. Do not use a birthday, a phone number, or digits that repeat or count up.',
  first: 'Choose a 6-digit PIN',
  second: 'Enter it again',
  different: 'The two PINs are different',
  differentBody: 'Enter it twice from the start.',
  forgot: 'Forgot PIN? Reset it with your face',
};
