import type { feedback as zh } from '../zh/feedback';
import type { Words } from '../in-languages';

export const feedback: Words<typeof zh> = {
  bar: 'Check by staff',
  waiting: 'Loading your requests',
  intro: 'A failed face check is not your fault. Tell us how to reach you. Our staff will check your identity and tell you what to do.',
  desk: 'You can also take your ID card to the medical insurance office. Bring this phone and tell the staff the request number below.',
  kind: 'What is the problem?',
  contactKind: 'How can we reach you?',
  contacts: { wechat: 'WeChat ID', alipay: 'Alipay account', phone: 'Phone number' },
  placeholders: { wechat: 'See "Me" in WeChat', alipay: 'Phone number or email', phone: '11 digits' },
  faults: { wechat: () => 'Enter your WeChat ID. You find it in WeChat under "Me".', alipay: () => 'Your Alipay account is a phone number or an email address.', phone: () => 'Enter the 11 digits of your phone number.' },
  kept: 'We store this encrypted, use it only to reach you, and delete it 30 days after the request is closed.',
  send: 'Ask for a check by staff',
  sendBusy: 'Sending',
  sendFirst: 'Enter how to reach you',
  change: 'Change how to reach me',
  number: 'Request number',
  copied: 'Copied',
  copy: 'Copy the number',
  states: { waiting: 'Waiting', answered: 'Answered', closed: 'Closed' },
  kinds: { 'face-photo-missing': 'The police have no photo of me', 'face-too-many': 'No face checks left', 'face-unsupported': 'My phone cannot check faces', 'face-mismatch': 'The face check never passes' },
  at: (at) => `Sent: ${at}`,
  answer: 'Answer (from the office, in Chinese)',
  goOn: 'Continue activation',
  none: 'No requests yet',
};
