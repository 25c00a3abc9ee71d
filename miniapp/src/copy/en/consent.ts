import type { consent as zh } from '../zh/consent';
import type { Words } from '../in-languages';

const titles = { service: 'Service agreement and privacy notice', reading: 'Authorisation to read the insurance record', face: 'Consent to the face check' };

export const consent: Words<typeof zh> = {
  bar: 'My consents',
  waiting: 'Loading your consents',
  empty: 'No consents yet',
  emptyBody: 'What you agree to when you activate is listed here. You can read and withdraw it at any time.',
  home: 'Home',
  titled: (purpose) => titles[purpose],
  purposes: {
    service: 'To use the e-voucher: it proves who you are when you see a doctor, buy medicine or use insurance services',
    reading: 'To ask the office of your insured region for your insurance record',
    face: 'To confirm with your face that it is you',
  },
  effects: {
    service: 'Withdrawing closes your account: the e-voucher stops at once in WeChat and Alipay, and your name, ID number and PIN are deleted. Your social security card and ID card work as before, and you can activate again.',
    reading: 'Your insurance record is not read any more. Your e-voucher keeps working. We ask you again if you activate again or change your insured region.',
    face: 'No more face checks are started. Your e-voucher keeps working. If a check is needed we ask for your consent again, or you take your ID card to the medical insurance office.',
  },
  states: { valid: 'Agreed', withdrawn: 'Withdrawn', outdated: 'Text has changed' },
  version: 'Version of the text',
  givenAt: 'Agreed on',
  givenIn: 'Agreed in',
  withdrawnAt: 'Withdrawn on',
  outdated: 'You agreed to an earlier text, which has changed. Read the new one, then you can agree again.',
  agreedText: 'The text that you agreed to',
  presentText: 'The text as it is now',
  showText: 'Read the text',
  hideText: 'Close the text',
  effect: 'If you withdraw',
  withdraw: 'Withdraw',
  withdrawService: 'Withdraw and close my account',
  withdrawBusy: 'Withdrawing',
  giveAgain: 'Agree again',
  giveBusy: 'Sending',
  earlier: (at, state) => `${at}: ${state}`,
  earlierTitle: 'Earlier records',
};
