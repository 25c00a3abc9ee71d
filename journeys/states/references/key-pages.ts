import { type State } from '../state';
import { stateNamed } from '../table';

const KEY = [
  ['home', 'pages/home/home', 'not-activated'],
  ['home-activated', 'pages/home/home', 'activated'],
  ['code', 'pages/voucher/voucher', 'code'],
  ['identity', 'pages/activation/activation', 'identity-typed'],
  ['face', 'pages/activation/activation', 'face'],
  ['region', 'pages/activation/activation', 'region-one-closed'],
  ['pin', 'pages/activation/activation', 'pin-half'],
  ['done', 'pages/activation/activation', 'done'],
  ['bindings', 'pages/binding/binding', 'two'],
  ['unbind', 'pages/binding/binding', 'reason'],
  ['phone', 'pages/phone/phone', 'typed'],
  ['wallet', 'pages/wallet/wallet', 'not-added'],
  ['offline', 'pages/region/region', 'OFFLINE'],
] as const;

export interface KeyPage {
  readonly name: string;
  readonly state: State;
  readonly elder: boolean;
}

/** The pages by which the look is known, in both text sizes; on WeChat, 375 wide. */
export const KEY_PAGES: readonly KeyPage[] = KEY.flatMap(([name, page, state]) =>
  [false, true].map((elder) => ({ name: elder ? `${name}-elder` : name, state: stateNamed(page, state), elder })),
);
