import type { wallet as zh } from '../zh/wallet';
import type { Words } from '../in-languages';

const places = { weapp: 'WeChat: Me, Orders & Cards, Cards, Passes', alipay: 'Alipay: Me, Cards' };

export const wallet: Words<typeof zh> = {
  bar: 'Cards',
  waiting: 'Looking into your cards',
  title: { weapp: 'Add to WeChat cards', alipay: 'Add to Alipay cards' },
  intro: (channel) => `Once added, open it from ${places[channel]}.`,
  holds: 'The card holds no ID number and no code. It only opens the e-voucher, and it goes when you unbind.',
  add: { weapp: 'Add to cards', alipay: 'Add to cards' },
  addBusy: 'Adding',
  adding: 'Being added to your cards',
  addingBody: 'This takes a few seconds. You may leave; it will show here.',
  added: 'In your cards',
  addedBody: (channel) => `Open it from ${places[channel]}.`,
  open: 'Open the card',
  openBusy: 'Opening',
  failed: 'It was not added',
  failedBody: 'Your code works as before. You can try again.',
  notUpdated: 'The cards are not up to date',
  notUpdatedBody: 'Your code works as before. Try again; it will not be added twice.',
  retry: 'Try again',
  lost: 'The card was not found',
  lostBody: 'It may have been removed. You can add it again.',
  again: 'Add it again',
  show: 'Show my code',
  unsupported: 'Cards are not available here',
  unsupportedBody: { weapp: 'Add the mini-program to your home screen or My Mini Programs instead.', alipay: 'Add the mini-program to your favourites or your home screen instead.' },
  steps: {
    weapp: ['Tap "···" at the top right', 'Tap "Add to My Mini Programs". Then pull down the first screen of WeChat to find it', 'Or tap "Add to Home Screen" to open it from your phone'],
    alipay: ['Tap "···" at the top right', 'Tap "Favourite". Then pull down the first screen of Alipay to find it', 'Or tap "Add to Home Screen" to open it from your phone'],
  },
};
