import type { sms as zh } from '../zh/sms';
import type { Words } from '../in-languages';

export const sms: Words<typeof zh> = {
  get: 'Send me a code',
  busy: 'Sending',
  sentTo: (phone) => `We sent a code to ${phone}`,
  perhapsTo: (phone) => `If a code has come to ${phone}, enter it. If not, ask for a new one`,
  code: 'Code from the text message',
  codePlaceholder: '6 digits',
  again: 'Send a new code',
  againIn: (seconds) => `New code in ${seconds} s`,
  confirm: 'Confirm',
  confirmBusy: 'Checking',
  codeFirst: 'Enter the 6 digits',
};
