import { type State } from '../state';
import { STATES } from '../table';

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

const stateOf = (page: string, name: string): State => {
  const state = STATES.find((each) => each.page === page && each.name === name);
  if (state === undefined) throw new Error(`there is no state ${name} of ${page}`);
  return state;
};

/** The pages by which the look is known, in both text sizes; on WeChat, 375 wide. */
export const KEY_PAGES: readonly KeyPage[] = KEY.flatMap(([name, page, state]) =>
  [false, true].map((elder) => ({ name: elder ? `${name}-elder` : name, state: stateOf(page, state), elder })),
);
