import type { notice as zh } from '../zh/notice';
import type { Words } from '../in-languages';
import { everywhere } from './everywhere';

const sms = 'For changes that touch your safety we try to send a text message.';

export const notice: Words<typeof zh> = {
  title: 'Know about changes at once',
  body: (channel) => `We then tell you by ${everywhere.channels[channel]} message about payments, refunds, new devices and unbinding.`,
  ask: 'Turn on messages',
  busy: 'Turning on',
  outcomes: {
    allowed: { title: 'Messages are on', body: '' },
    refused: { title: 'Messages are off', body: `Your e-voucher works without them. ${sms} You can turn them on later.` },
    off: { title: 'Messages are blocked', body: 'Tap "…" at the top right, open the settings, allow notifications, then come back and tap again.' },
    unsupported: { title: 'Messages are not available here', body: `The app may be old: update it and try again. ${sms}` },
    failed: { title: 'The question did not open', body: 'Check the network and tap again.' },
  },
};
