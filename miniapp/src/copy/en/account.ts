import { type Closing, ERASED_AT_CLOSING, KEPT_BY_LAW } from '@yibao/shared';
import type { close as zhClose, data as zhData } from '../zh/account';
import type { Words } from '../in-languages';

export const data: Words<typeof zhData> = {
  bar: 'Export my data',
  intro: 'Take a copy of the information about you that is kept here. It is text for machines (JSON) with your full name and ID number, so keep it safe.',
  contains: 'What it contains',
  contents: [
    'E-voucher: number, name, ID number, insured region, time of activation',
    'Bindings: in WeChat or in Alipay',
    'Phone numbers: the one in each app',
    'Consents: given and withdrawn',
    'Uses: time, institution, service',
    'Settlements: time, institution, amounts of the last 90 days',
    'Devices: time and last characters',
    'Reports to the office: contact and answer',
    'Cards in the wallet: state',
    'Messages: when and how you were told',
    'Unbindings and wishes to be told of an opening',
    'Records: who did what and when',
  ],
  fetch: 'Export',
  fetchBusy: 'Preparing',
  ready: 'Your copy is ready',
  readyBody: 'Give it only to people you trust. When you leave this page you have to export again.',
  voucher: 'E-voucher',
  has: 'Yes',
  none: 'None',
  bindings: 'Bindings',
  phones: 'Phone numbers',
  consents: 'Consents',
  uses: 'Uses',
  settlements: 'Settlements',
  sessions: 'Devices',
  tickets: 'Reports',
  wallets: 'Cards in the wallet',
  unbindings: 'Unbindings',
  notices: 'Messages',
  openings: 'Wishes to be told',
  trail: 'Records',
  count: (count) => String(count),
  keep: { weapp: 'Save in a WeChat chat', h5: 'Save as a file' },
  copy: 'Copy everything',
  copied: 'Copied',
  copiedBody: 'Paste it into a note or an email to keep it. It holds your name and ID number: clear the clipboard afterwards.',
  failed: 'It was not saved',
  failedBody: 'Please try another way.',
};

/** In the order of `KEPT_BY_LAW`. */
const kept = [
  ['Records of use (time, institution, service)', 'needed to settle and supervise the insurance fund; kept as long as settlement files'],
  ['Records of what was done, also at the hotline (who, when, where, what; masked)', 'required by law, to find out whether someone acted in your name; kept at least 6 months, as the office rules'],
  ['Records of consent and withdrawal', 'they prove that you had agreed; kept 3 years after withdrawal'],
  ['Notices of settlements (time, institution, amounts)', 'the insurance platform may send the same one again; kept 90 days'],
  ['Records of messages (when and how you were told)', 'to answer whether you were told; kept 30 days'],
  ['Counts for limits', 'so that nobody tries PINs or sends messages again and again; kept 2 days'],
  ['This sign-in', 'so that you see here that the account is closed; until you sign out, 12 hours at most'],
  ['Phone number (encrypted)', 'to tell this number that the account is closed; kept 1 day'],
  ['Numbers of the cards in your wallet', 'to ask WeChat or Alipay to close them; kept 1 day, or up to 30 while one could not be closed'],
  ['Encrypted index of the ID number, which cannot be turned back', 'to find the kept records if you activate again or ask for them; kept as long as they are'],
] as const;

/** In the order of `ERASED_AT_CLOSING`. */
const erased = ['Bindings everywhere, and the seeds of the codes', 'PIN', 'Name and ID number', 'Activation progress', 'Contacts and answers of your reports', 'Wishes to be told, and notes of unbindings'] as const;

const keptOf = ({ what, why, until }: Closing['kept'][number]): readonly [what: string, why: string] => kept[KEPT_BY_LAW.findIndex((one) => one.what === what)] ?? [what, `${why} ${until}`];

export const close: Words<typeof zhClose> = {
  bar: 'Close my account',
  atOnce: 'This ends at once',
  atOnceItems: ['Your e-voucher can no longer be shown in WeChat or Alipay', 'Your name, ID number, PIN and the seeds of your codes are deleted here, your phone number one day later', 'Bindings, consents and activation progress end'],
  kept: 'What is kept, and for how long',
  keptItems: kept.map(([what, why]) => `${what}: ${why}`),
  unaffected: 'This stays',
  unaffectedItems: ['Your benefits, your account balance and your insurance', 'Your social security card and ID card work as before', 'You can activate again at any time'],
  confirm: 'Close my account',
  confirmBusy: 'Closing',
  stay: 'Keep my account',
  closed: 'Your account is closed',
  closedAt: 'Closed',
  erased: 'Deleted',
  erasedAs: (told) => erased[ERASED_AT_CLOSING.indexOf(told)] ?? told,
  keptOf,
  home: 'Home',
};
