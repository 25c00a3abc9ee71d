import type { Use } from '@yibao/shared';
import type { uses as zhUses, voucher as zh } from '../zh/voucher';
import type { Words } from '../in-languages';
import { momentText } from '../moment';
import { BUSINESSES } from './businesses';

const businessOf = ({ businessType }: Use) => BUSINESSES[businessType] ?? 'other service';

export const voucher: Words<typeof zh> = {
  bar: 'My code',
  waiting: 'Preparing your code',
  region: 'Insured region',
  qr: 'Your QR code, renewed every 60 seconds',
  bars: 'Your bar code, renewed every 60 seconds',
  every: 'Let the staff scan it. Renewed every 60 seconds',
  soon: (seconds) => `New code in ${seconds} s`,
  refresh: 'New code',
  refreshed: 'This is a new code',
  tooFast: 'You just changed it. Try again in 3 seconds',
  spent: 'Changed 3 times. Wait for the next minute',
  offline: 'No network. Your code still works',
  offlineBody: (until) => `Connect once before ${until} and it will keep working.`,
  used: (use) => `Scanned by ${use.institution}: ${businessOf(use)}`,
  usedBody: 'A code works once. Use the new one next time.',
  screenshot: 'A screenshot cannot be used to pay',
  screenshotBody: 'The code changes every 60 seconds. Do not send pictures of it to anyone.',
  gotIt: 'OK',
  pinTitle: 'Enter your PIN',
  pinLabel: 'Enter your 6-digit PIN to show the code',
  pinForPolicy: 'Enter your PIN to change this',
  pinOfflineLocked: 'Wrong PIN 5 times. Connect and try again',
  pinOfflineLockedBody: 'If it is urgent, use your social security card or ID card.',
  expired: 'Your code needs a connection',
  expiredBody: 'This phone was offline too long. The code returns when you connect. If it is urgent, use your social security card or ID card.',
  clock: 'The clock of this phone has changed',
  clockBody: 'The code depends on the time. Turn on automatic time and connect. If it is urgent, use your social security card or ID card.',
  retry: 'Try again',
  settings: 'When to ask for the PIN',
  settingsBusy: 'Saving',
  policies: {
    always: { title: 'Every time', note: 'Whenever you open your code' },
    'after-15-minutes': { title: 'After 15 minutes away', note: 'Not if you come back sooner' },
    never: { title: 'Never on this phone', note: 'Anyone holding your unlocked phone can show it' },
  },
  wallet: { weapp: 'Add to WeChat cards', alipay: 'Add to Alipay cards' },
  uses: 'Where my code was used',
  phone: 'Change phone number',
  bindings: 'My bindings and unbinding',
  lost: 'If your phone is lost',
  mySettings: 'PIN, devices and consents',
  help: 'If the shop cannot scan it',
  helpSteps: ['Turn up the brightness and clean the screen', 'Tap "New code"', 'Ask the staff to scan the bar code or type the digits', 'The shop may not accept it yet: use your social security card or ID card'],
  digits: 'Digits of the code',
};

export const uses: Words<typeof zhUses> = {
  bar: 'Where my code was used',
  waiting: 'Loading the list',
  empty: 'Not used yet',
  emptyBody: 'When your code is scanned, the time, place and service appear here.',
  notMine: 'Was it not you? Call the hotline.',
  show: 'Show my code',
  line: (use) => `${momentText(use.at)} · ${businessOf(use)}`,
};
