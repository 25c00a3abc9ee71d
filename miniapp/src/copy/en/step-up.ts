import type { stepUp as zh } from '../zh/step-up';
import type { Words } from '../in-languages';

export const stepUp: Words<typeof zh> = {
  title: 'Confirm that it is you',
  why: {
    'change-pin': 'Enter your PIN, then choose a new one.',
    'reset-pin': 'Check your face, then choose a new PIN.',
    'end-sessions': 'Then the other devices are signed out.',
    'export-data': 'This is your personal information. Confirm, then export it.',
    'close-account': 'Then your account is closed.',
    unbind: 'Then it is unbound at once.',
    'change-phone': 'Then your new number is used.',
  },
  pin: 'Enter your PIN',
  pinBusy: 'Checking',
  useFace: 'Forgot PIN? Use your face',
  usePin: 'Use your PIN instead',
  faceNote: 'WeChat or Alipay checks your face. We never receive or keep it.',
  faceOther: 'Without a face check, take your ID card to the medical insurance office.',
  face: 'Check my face',
  faceAgree: 'Agree and check my face',
  faceBusy: 'Checking the result',
  cancel: 'Not now',
};
