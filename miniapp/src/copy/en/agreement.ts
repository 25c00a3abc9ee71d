import type { agreement as zh } from '../zh/agreement';
import type { Words } from '../in-languages';

const names = { service: 'the service agreement and privacy notice', reading: 'the authorisation to read my insurance record', face: 'the consent to the face check' };

export const agreement: Words<typeof zh> = {
  full: 'Full text',
  holds: 'This text is in Chinese, and the Chinese text is the one that holds. In short, for your information:',
  inShort: {
    service: ['It proves who you are when you see a doctor, buy medicine or use insurance services.', 'It uses your name, ID number, phone number and insurance record.', 'You can unbind at any time. Your e-voucher then stops at once.'],
    reading: ['Your name and ID number show that it is you.', 'Your phone number lets us tell you about payments and changes.', 'Your insurance record shows where you are insured.'],
    face: ['Your face only confirms that it is you.', 'WeChat or Alipay checks it. We never receive or keep your face.', 'You may decline: take your ID card to the medical insurance office instead, with the same benefits.'],
  },
  named: (purposes) => purposes.map((purpose) => names[purpose]).join(' and '),
};
