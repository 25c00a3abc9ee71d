import type { phone as zh, phoneSteps as zhSteps } from '../zh/phone';
import type { Words } from '../in-languages';

export const phone: Words<typeof zh> = {
  bar: 'Phone number',
  waiting: 'Loading your phone number',
  now: 'Your number',
  none: 'None yet',
  since: (day) => `Used since ${day}`,
  whatFor: 'We tell this number about payments, changes of number and unbinding.',

  firstTitle: 'Register your phone number',
  firstBody: 'It must be able to receive text messages.',
  newTitle: 'Change to a new number',
  newBody: 'The new number must receive text messages. Until you have changed, the old one stays valid.',
  oneTap: 'Use my number in WeChat',
  oneTapBusy: 'Sending a code',
  or: 'Or type it yourself',
  field: 'New phone number',
  fieldPlaceholder: '11 digits',
  get: 'Send me a code',
  getBusy: 'Sending',
  numberFirst: 'Enter the 11 digits',
  cancelled: 'Your number in WeChat was not used',
  unavailable: 'Your number in WeChat is not available now',
  unagreed: 'The privacy notice was not accepted',
  typeInstead: 'Type your new number below instead.',
  agreeOrType: 'Tap again after 10 seconds to see the notice once more, or enter your new number below.',

  codeTitle: 'Check the new number',
  other: 'Use another number',
  provenTitle: 'The new number is checked',
  provenBody: (number) => `Confirm that it is you, and your number becomes ${number}.`,
  change: 'Use this number',
  changeBusy: 'Changing',

  changed: (number) => `Your number is now ${number}`,
  set: (number) => `Your number is set to ${number}`,
  oldTold: 'We send a text message to the old number to say that it was replaced.',
  notMine: 'Was it not you? Change your PIN now and call the hotline.',
  ok: 'OK',
  more: 'Change it again',
};

export const phoneSteps: Words<typeof zhSteps> = {
  intro: 'In Alipay your e-voucher uses the number of your Alipay account. Changing it takes three steps. Each is ticked when done, and you may leave in between.',
  progress: (done) => (done === 0 ? 'No step done yet' : `${done} of 3 steps done`),
  done: 'Done',
  current: 'Do this now',
  later: 'Do the step before first',
  account: {
    title: '1. Change the number in Alipay',
    body: 'Open Alipay and tap, one after the other:',
    way: ['Home', 'Me', 'Settings (top right)', 'Security', 'Phone number', 'Change'],
    check: 'I have changed it. Check',
    checkBusy: 'Checking',
    seen: (number) => `Your Alipay account now has ${number}`,
  },
  unbind: {
    title: '2. Unbind the e-voucher here',
    body: 'The code cannot be shown here for a while. Your records stay, your social security card works as before, and WeChat is not affected.',
    go: 'Unbind',
  },
  activate: {
    title: '3. Activate again',
    body: 'Check your face as the first time. The new number is used by itself.',
    go: 'Activate',
  },
  same: (number) => `Alipay still has ${number}`,
  sameBody: 'Change the number in Alipay first, then come back and check.',
  cancelled: 'We did not get your number',
  cancelledBody: 'Tap again and agree to share it, so that we can see whether it has changed.',
  finished: 'All three steps are done. Your new number is in use. We send a text message to the old number to say that it was replaced.',
};
