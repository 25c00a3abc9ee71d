import type { Channel } from '@yibao/shared';
import type { binding as zh, lost as zhLost } from '../zh/binding';
import type { Words } from '../in-languages';
import { momentText } from '../moment';
import { everywhere } from './everywhere';

const { channels: names } = everywhere;

const namesOf = (channels: readonly Channel[]) => [...new Set(channels)].map((channel) => names[channel]).join(' and ');

export const binding: Words<typeof zh> = {
  bar: 'My bindings',
  waiting: 'Loading your bindings',
  intro: 'You can show your e-voucher in these places. If a phone is lost, or someone else uses it, unbind it now.',
  here: 'This account',
  device: (device) => `Device ending ${device.replace(/·/g, '')}`,
  since: (at) => `Bound: ${momentText(at)}`,
  used: (at) => `Last opened: ${momentText(at)}`,
  unbind: 'Unbind',
  unbindAll: 'Unbind everything',
  elsewhere: (channel) => `To unbind only this one, do it in ${names[channel]}. Here you can unbind everything.`,
  none: 'No e-voucher is bound here',
  noneBody: 'Activate, and you can show your code here.',
  activate: 'Activate',
  beforeOne: ({ channel, current }) => (current ? `Unbind the e-voucher in ${names[channel]}` : `Unbind the other ${names[channel]} account`),
  beforeAll: 'Unbind the e-voucher everywhere',
  atOnce: 'This ends at once',
  atOnceItems: ['The code cannot be shown, and codes already shown stop working', 'All signed-in phones are signed out', 'The bound phone number is released'],
  lastOne: 'Your PIN is cleared. You choose a new one when you activate again',
  kept: 'Your name and ID number are kept',
  keptBody: 'Unbinding only stops the e-voucher. Your name and ID number stay, encrypted, for when you activate again. To have them deleted too, close your account instead.',
  toClose: 'Close my account instead',
  unaffected: 'This stays',
  unaffectedItems: ['Your social security card and ID card work as before', 'Your benefits and account balance', 'Your records of use and of what was done', 'A payment under way is completed', 'You can activate again at any time'],
  othersStay: (channels) => `The e-voucher in ${namesOf(channels)} keeps working`,
  reason: 'Why do you unbind?',
  reasons: {
    'new-number': 'New phone number',
    'new-phone': 'New phone',
    'lost-phone': 'Lost phone',
    'not-wanted': 'I do not want it any more',
    'suspected-misuse': 'I suspect misuse',
    other: 'Other',
  },
  confirm: 'Unbind',
  confirmFirst: 'Choose a reason first',
  confirmBusy: 'Unbinding',
  stay: 'Keep it',

  done: 'Unbound',
  doneBody: (channels) => `The e-voucher in ${namesOf(channels)} has stopped.`,
  receipt: 'Receipt number',
  at: 'Unbound',
  left: 'Bindings left',
  leftCount: (count) => (count === 0 ? 'None' : String(count)),
  stillKept: 'Your name and ID number are still kept, encrypted',
  stillKeptBody: 'To have them deleted or to take a copy, tap "Activate again" and stop after the face check: within 15 minutes you can close your account or export your data in "Settings". If you cannot, take your ID card to a medical insurance office or call 12393.',
  again: 'Activate again',
  toList: 'My bindings',
  home: 'Home',
};

export const lost: Words<typeof zhLost> = {
  bar: 'If your phone is lost',
  title: 'Phone lost? Unbind first',
  first: 'Your screen lock is the first protection. Once unbound, the e-voucher on the lost phone stops at once, even without a network.',
  other: 'Unbind from another phone',
  otherSteps: (platform) => [`Borrow a phone, sign out its account and sign in to your own ${platform}`, 'Open the e-voucher, go to "Settings", then "My bindings"', 'Tap "Unbind" and enter your PIN or check your face'],
  otherNote: 'Remember to sign out on the borrowed phone afterwards.',
  openHere: 'I am signed in: my bindings',
  platformCall: (platform) => `Call ${platform}`,
  platformNote: 'Ask them to freeze your account, so that nobody else can sign in',
  hotline: 'Call the medical insurance hotline',
  hotlineNote: 'Say that your phone is lost. They check who you are and two of their staff unbind it',
  meanwhile: 'You can still see a doctor',
  meanwhileItems: ['Your social security card and ID card work as before', 'After unbinding you can activate on a new phone at once'],
};
